import { hasInvisible, INVISIBLE, visiblePart } from "./invisible";
import { type Utf16, type Utf16Range, utf16 } from "./offsets";
import { partsOf } from "./segmenter";
import { findSentences } from "./sentences";
import { findStops, type Stop } from "./words";

/**
 * Words, sentences and characters of one block of text. Positions are UTF-16 units within that block, end exclusive.
 *
 * A word is what a double-click takes and what a tag snaps to: no space of any kind, no invisible character and no
 * punctuation at its ends. Invisible characters within a word stay.
 * - A hyphen joins after a lower-case part ("al-Salamiyah", "pro-government"), after an article or the opening of a
 *   name ("Al-Bab", "Abu-Bakr"), and before a number ("T-72"). It separates names strung together
 *   ("Khanasser-Ithriya") and a name from what follows it ("ISIL-held"), because each of them can be tagged.
 * - A possessive ("ISIL’s") and a French elision ("l’armée") are a piece of their own, so that the name can be tagged
 *   without it; a selection that reaches into the piece takes it too.
 * - Currency and per-cent signs belong to their number, also with a space between; a number whose thousands are set
 *   apart by spaces is one word ("10 000"), and so is a web or mail address.
 * - Scripts without spaces are divided by the dictionaries of the platform (`Intl.Segmenter`).
 * A symbol that stands for itself, such as an emoji, is no word, but the word cursor stops there, a double-click takes
 * it, and a selection of words that reaches it keeps it.
 * No border ever cuts a character as people see it: a grapheme cluster without the invisible characters at its end,
 * but for those that shape it.
 */
export interface Boundaries {
  readonly words: readonly Utf16Range[];
  /** The words and the symbols, in order. */
  readonly stops: readonly Stop[];
  /** Without the white space around them. */
  readonly sentences: readonly Utf16Range[];
  /** Widens a range until it cuts no character. */
  toCharacters(range: Utf16Range): Utf16Range;
}

const KEPT = 64;
const kept = new Map<string, Boundaries>();

/** The boundaries of a block in a language (BCP 47). Those of the last blocks asked for are remembered. */
export function boundariesOf(block: string, locale = "und"): Boundaries {
  const key = `${locale}\n${block}`;
  const boundaries = kept.get(key) ?? findBoundaries(block, locale);
  kept.delete(key);
  kept.set(key, boundaries);
  const [oldest] = kept.size > KEPT ? kept.keys() : [];
  if (oldest !== undefined) kept.delete(oldest);
  return boundaries;
}

/**
 * The words that a range touches, whole. A range that touches none gives its visible characters, whole, and
 * undefined when it holds nothing visible.
 */
export function snapToWords(block: string, range: Utf16Range, locale?: string): Utf16Range | undefined {
  const boundaries = boundariesOf(block, locale);
  const wide = boundaries.toCharacters(range);
  const touched = boundaries.stops.filter(({ start, end }) => end > wide.start && start < wide.end);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first && last && touched.some(({ word }) => word)) return { start: first.start, end: last.end };
  return visible(block, wide, boundaries);
}

/** The range widened so that it cuts no character: for exact selections that do not snap to words. */
export function snapToCharacters(block: string, range: Utf16Range): Utf16Range {
  return boundariesOf(block).toCharacters(range);
}

/** The word or symbol around a position; beside one, that one; between two, the right one. */
export function wordAt(block: string, position: Utf16, locale?: string): Utf16Range | undefined {
  return around(boundariesOf(block, locale).stops, position);
}

const POSSESSIVE = /^['’]s$/i;
const ELIDED = /['’]$/;

/**
 * What a pointer on the character at a position means: the word or symbol that holds it; on a possessive or an elided
 * article, which nobody means alone, with its noun. Undefined on space and punctuation.
 */
export function wordOver(block: string, position: Utf16, locale?: string): Utf16Range | undefined {
  const { stops } = boundariesOf(block, locale);
  const at = stops.findIndex(({ start, end }) => start <= position && position < end);
  const [before, found, after] = [stops[at - 1], stops[at], stops[at + 1]];
  if (!found) return undefined;
  const text = block.slice(found.start, found.end);
  const start = before?.end === found.start && POSSESSIVE.test(text) ? before.start : found.start;
  const end = after?.start === found.end && ELIDED.test(text) ? after.end : found.end;
  return { start, end };
}

/** The first word or symbol that starts after a position. */
export function nextWord(block: string, position: Utf16, locale?: string): Utf16Range | undefined {
  return boundariesOf(block, locale).stops.find(({ start }) => start > position);
}

/** The last word or symbol that starts before a position. */
export function previousWord(block: string, position: Utf16, locale?: string): Utf16Range | undefined {
  return boundariesOf(block, locale).stops.findLast(({ start }) => start < position);
}

/** The sentence around a position; in the space between two, the one before. */
export function sentenceAt(block: string, position: Utf16, locale?: string): Utf16Range | undefined {
  const { sentences } = boundariesOf(block, locale);
  return around(sentences, position) ?? sentences.findLast(({ end }) => end <= position) ?? sentences[0];
}

/** The first sentence that starts after a position. */
export function nextSentence(block: string, position: Utf16, locale?: string): Utf16Range | undefined {
  return boundariesOf(block, locale).sentences.find(({ start }) => start > position);
}

/** The last sentence that starts before a position. */
export function previousSentence(block: string, position: Utf16, locale?: string): Utf16Range | undefined {
  return boundariesOf(block, locale).sentences.findLast(({ start }) => start < position);
}

/** Each is found when it is first asked for. */
function findBoundaries(block: string, locale: string): Boundaries {
  const toCharacters = characters(block);
  const stops = once(() => whole(findStops(block, locale), toCharacters));
  const words = once(() => stops().filter(({ word }) => word));
  const sentences = once(() => whole(findSentences(block, locale), toCharacters));
  return {
    toCharacters,
    get stops() {
      return stops();
    },
    get words() {
      return words();
    },
    get sentences() {
      return sentences();
    },
  };
}

function once<T>(find: () => T): () => T {
  let found: T | undefined;
  return () => {
    found ??= find();
    return found;
  };
}

/** Every code unit of these is a character of its own, so nothing has to be looked up. */
const SIMPLE =
  /^[\n\x20-\x7e\u00a0-\u024f\u0400-\u0481\u05d0-\u05ea\u060c\u061b\u061f-\u064a\u0660-\u066d\u2010-\u2026]*$/;

function characters(block: string): (range: Utf16Range) => Utf16Range {
  if (SIMPLE.test(block)) return ({ start, end }) => ({ start, end });
  const starts = new Uint32Array(block.length + 1);
  const ends = new Uint32Array(block.length + 1);
  const add = (start: number, end: number) => {
    starts.fill(start, start, end);
    ends.fill(end, start + 1, end + 1);
  };
  const invisible = hasInvisible(block);
  for (const { start, text } of partsOf(block, "grapheme")) {
    const seen = invisible ? visiblePart(text).end : text.length;
    if (seen > 0) add(start, start + seen);
    if (seen < text.length) add(start + seen, start + text.length);
  }
  starts[block.length] = block.length;
  return ({ start, end }) => ({ start: utf16(starts[start] ?? start), end: utf16(ends[end] ?? end) });
}

/** Widens ranges to whole characters and joins those that then overlap. */
function whole<R extends Utf16Range>(ranges: readonly R[], toCharacters: (range: Utf16Range) => Utf16Range): R[] {
  const wide: R[] = [];
  for (const given of ranges) {
    const range = { ...given, ...toCharacters(given) };
    const last = wide.at(-1);
    if (last && range.start < last.end) wide[wide.length - 1] = { ...last, end: range.end };
    else wide.push(range);
  }
  return wide;
}

const SEEN = new RegExp(`[^\\s${INVISIBLE}]`, "u");

/** The range without blank characters at its ends. */
function visible(block: string, range: Utf16Range, boundaries: Boundaries): Utf16Range | undefined {
  let { start, end } = range;
  while (start < end) {
    const first = boundaries.toCharacters({ start, end: utf16(start + 1) });
    if (SEEN.test(block.slice(first.start, first.end))) break;
    start = first.end;
  }
  while (end > start) {
    const last = boundaries.toCharacters({ start: utf16(end - 1), end });
    if (SEEN.test(block.slice(last.start, last.end))) break;
    end = last.start;
  }
  return start < end ? { start, end } : undefined;
}

function around(ranges: readonly Utf16Range[], position: Utf16): Utf16Range | undefined {
  const found =
    ranges.find(({ start, end }) => start <= position && position < end) ?? ranges.find(({ end }) => end === position);
  return found && { start: found.start, end: found.end };
}
