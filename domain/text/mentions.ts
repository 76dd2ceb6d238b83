import { boundariesOf } from "./boundaries";
import { type CodePointRange, type OffsetIndex, offsetIndex, utf16 } from "./offsets";

/** How far around a hit its words are looked at, in UTF-16 units; cut at white space where there is some. */
const SURROUNDINGS = 120;

export interface MentionOptions {
  /** BCP 47 language of the text. */
  readonly locale?: string;
  /** The index of the text, when there is one already. */
  readonly index?: OffsetIndex;
}

/**
 * Every place where a text has these words, as whole words and in the same letters: "Hama" is found in "Hama’s" and in
 * "Homs-Hama", not in "Hamadan". Any run of white space in the quote matches any other. In order, never overlapping.
 */
export function mentionsOf(text: string, quote: string, options: MentionOptions = {}): CodePointRange[] {
  const words = quote.trim();
  if (words === "") return [];
  const pattern = new RegExp(words.split(/\s+/u).map(escaped).join("\\s+"), "gu");
  const hits = [...text.matchAll(pattern)]
    .map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }))
    .filter(({ start, end }) => isWhole(text, start, end, options.locale));
  if (hits.length === 0) return [];
  const index = options.index ?? offsetIndex(text);
  return hits.map(({ start, end }) => ({
    start: index.toCodePoint(utf16(start)),
    end: index.toCodePoint(utf16(end)),
  }));
}

/** Whether neither end of a hit is inside a word or a character. */
function isWhole(text: string, start: number, end: number, locale?: string): boolean {
  const before = text.slice(Math.max(0, start - SURROUNDINGS), start);
  const after = text.slice(end, end + SURROUNDINGS);
  const left = /\S*$/u.exec(before)?.[0] ?? "";
  const right = /^\S*/u.exec(after)?.[0] ?? "";
  const around = left + text.slice(start, end) + right;
  const hit = { start: utf16(left.length), end: utf16(left.length + end - start) };

  const { words, toCharacters } = boundariesOf(around, locale);
  const wide = toCharacters(hit);
  const cuts = (at: number) => words.some((word) => word.start < at && at < word.end);
  return wide.start === hit.start && wide.end === hit.end && !cuts(hit.start) && !cuts(hit.end);
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
