import { boundariesOf } from "./boundaries";
import { shapingAt } from "./invisible";
import { type CodePointRange, type OffsetIndex, offsetIndex, utf16 } from "./offsets";
import { type SameWords, sameWords } from "./same-words";

/** How far around a hit its words are looked at, in UTF-16 units; cut at white space where there is some. */
const SURROUNDINGS = 120;
/** A number may go on behind a space. */
const LEFT = /(?:\p{Nd}+\s)*\S*$/u;
const RIGHT = /^\S*(?:\s\p{Nd}+)*/u;

export interface MentionOptions {
  /** BCP 47 language of the text. */
  readonly locale?: string;
  /** The index of the text, when there is one already. */
  readonly index?: OffsetIndex;
  /** The text as it is compared, when many quotes are looked for in it. */
  readonly compared?: SameWords;
}

/**
 * Every place where a text has the same words (`sameWords` says when they are), as whole words: "Hama" is found in
 * "Hama’s" and in "Homs-Hama", not in "Hamadan". In order, never overlapping, without invisible characters at the ends.
 */
export function mentionsOf(text: string, quote: string, options: MentionOptions = {}): CodePointRange[] {
  const words = sameWords(quote).text.trim();
  if (words === "") return [];
  const compared = options.compared ?? sameWords(text);
  const hits: Hit[] = [];
  for (let at = compared.text.indexOf(words); at >= 0; at = compared.text.indexOf(words, at + 1)) {
    const hit = shaped(text, compared.range(at, at + words.length), words);
    if (hit && hit.start >= (hits.at(-1)?.end ?? 0) && isWhole(text, hit, options.locale)) hits.push(hit);
  }
  if (hits.length === 0) return [];
  const index = options.index ?? offsetIndex(text);
  return hits.map(({ start, end }) => ({
    start: index.toCodePoint(utf16(start)),
    end: index.toCodePoint(utf16(end)),
  }));
}

type Hit = { start: number; end: number };

/** The hit with what shapes its last character, unless that makes another character of it. */
function shaped(text: string, hit: Hit | undefined, words: string): Hit | undefined {
  const more = hit && shapingAt(text, hit.end);
  if (!more) return hit;
  const whole = { start: hit.start, end: hit.end + more };
  return sameWords(text.slice(whole.start, whole.end)).text === words ? whole : undefined;
}

/** Whether neither end of a hit is inside a word or a character. */
function isWhole(text: string, { start, end }: Hit, locale?: string): boolean {
  const before = text.slice(Math.max(0, start - SURROUNDINGS), start);
  const after = text.slice(end, end + SURROUNDINGS);
  const left = LEFT.exec(before)?.[0] ?? "";
  const right = RIGHT.exec(after)?.[0] ?? "";
  const around = left + text.slice(start, end) + right;
  const hit = { start: utf16(left.length), end: utf16(left.length + end - start) };

  const { words, toCharacters } = boundariesOf(around, locale);
  const wide = toCharacters(hit);
  const cuts = (at: number) => words.some((word) => word.start < at && at < word.end);
  return wide.start === hit.start && wide.end === hit.end && !cuts(hit.start) && !cuts(hit.end);
}
