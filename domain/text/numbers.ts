import type { Utf16Range } from "./offsets";
import { utf16 } from "./offsets";

/** Languages whose thousands are set apart by a space, also by a plain one. */
const SPACED =
  /^(?:be|bg|bs|cs|de|eo|es|et|fi|fr|hr|hu|hy|kk|lt|lv|mk|nb|nn|no|oc|pl|pt|ro|ru|sk|sl|sq|sr|sv|uk|uz)\b/i;
const GROUPS = /(?<![\p{Nd}][.,]?)\p{Nd}{1,3}(?:[ \u00a0\u2007\u2009\u202f]\p{Nd}{3})+(?:[.,٫]\p{Nd}+)?(?!\p{Nd})/gu;
const PLAIN_SPACE = / /;
const ROUND = / (?:000|٠٠٠|۰۰۰)/;

/**
 * Numbers whose thousands are set apart by spaces: "10 000" is one number. Between plain spaces, in a language that
 * does not write so ("on May 12 300 people left"), only a round one is taken for it. UTF-16 units.
 */
export function groupedNumbers(block: string, locale: string): Utf16Range[] {
  return [...block.matchAll(GROUPS)]
    .filter(([found]) => !PLAIN_SPACE.test(found) || SPACED.test(locale) || ROUND.test(found))
    .map(({ index, 0: found }) => ({ start: utf16(index), end: utf16(index + found.length) }));
}
