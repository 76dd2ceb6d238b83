import { placesOf } from "@/domain/search/terms";

/** Words in a row that make a shingle. */
export const SHINGLE = 5;
/** Shingles in a row of which the least one is kept. */
const WINDOW = 8;
/** Texts with fewer words are compared with none: their words may be the same by chance. */
export const FEWEST = 12;

/** One word of a text, folded as search folds it, with where it stands (UTF-16 units). */
export type Word = { hash: number; start: number; end: number };

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** The words of a text in order; in scripts without spaces each letter is one. */
export const wordsIn = (text: string): Word[] =>
  placesOf(text).map(({ terms, start, end }) => ({ hash: hashOf(terms[0] ?? ""), start, end }));

/** The shingles of a text: one number, signed and of 32 bits, for each word that four others follow. */
export function shinglesOf(words: readonly Word[]): Int32Array {
  const count = Math.max(0, words.length - SHINGLE + 1);
  const shingles = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    let hash = 0;
    for (let next = at; next < at + SHINGLE; next += 1)
      hash = Math.imul(hash ^ (words[next]?.hash ?? 0), 0x85ebca6b) + next - at;
    shingles[at] = mixed(hash);
  }
  return shingles;
}

/** Spreads what is alike over all numbers (the finaliser of MurmurHash3). */
function mixed(hash: number): number {
  let all = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  all = Math.imul(all ^ (all >>> 13), 0xc2b2ae35);
  return (all ^ (all >>> 16)) | 0;
}

/**
 * The shingles by which copies of a text are looked for, each once: of eight in a row the least (winnowing, Schleimer,
 * Wilkerson and Aiken 2003). Texts that share twelve words in a row share one of them. None of a very short text.
 */
export function sketchOf(words: readonly Word[]): number[] {
  if (words.length < FEWEST) return [];
  const shingles = shinglesOf(words);
  const kept = new Set<number>();
  const windows = Math.max(1, shingles.length - WINDOW + 1);
  let least = -1;
  for (let from = 0; from < windows; from += 1) {
    const to = Math.min(shingles.length, from + WINDOW);
    if (least < from) {
      least = from;
      for (let at = from + 1; at < to; at += 1) if (valueAt(shingles, at) <= valueAt(shingles, least)) least = at;
    } else if (valueAt(shingles, to - 1) <= valueAt(shingles, least)) least = to - 1;
    kept.add(valueAt(shingles, least));
  }
  return [...kept];
}

const valueAt = (shingles: Int32Array, at: number) => shingles[at] ?? 0;
