import { SHINGLE, shinglesOf, type Word, wordsIn } from "@/domain/copies/shingles";
import { type OffsetIndex, offsetIndex, utf16 } from "@/domain/text/offsets";

/** Words that stand in both texts, letter by letter: where in each (code points), and how long. */
export type Passage = { one: number; other: number; length: number };

export type Shared = {
  /** How many words each text has, and how many of them stand in runs that the other one has too. */
  one: { words: number; shared: number };
  other: { words: number; shared: number };
  /** In the order of the first text; none overlaps another in it. At most `mostPassages`. */
  passages: Passage[];
};

/** Texts with more passages are told apart by their first ones. */
const mostPassages = 2000;
/** Where the same shingle stands so often, only the first places are tried. */
const mostPlaces = 16;

/** A run of words that both texts have, by the places of its first words. */
type Run = { one: number; other: number; words: number };

export type Text = { text: string; words: readonly Word[] };
export const textOf = (text: string): Text => ({ text, words: wordsIn(text) });

/**
 * What two texts share: runs of five words and more that are the same when capitals, accents and punctuation are left
 * out. Time and memory in proportion to both texts.
 */
export function sharedBy(one: Text, other: Text): Shared {
  const runs = runsIn(one.words, other.words);
  const taken = new Uint8Array(other.words.length);
  for (const run of runs) taken.fill(1, run.other, run.other + run.words);
  const indexes = { one: offsetIndex(one.text), other: offsetIndex(other.text) };
  const passages: Passage[] = [];
  for (const run of runs) {
    if (passages.length >= mostPassages) break;
    for (const passage of passagesOf(run, one, other))
      passages.push(inCodePoints(withSigns(passage, one, other), indexes));
  }
  return {
    one: { words: one.words.length, shared: runs.reduce((sum, { words }) => sum + words, 0) },
    other: { words: other.words.length, shared: taken.reduce((sum, each) => sum + each, 0) },
    passages: passages.slice(0, mostPassages),
  };
}

/** Walks through the first text; at each word it takes the longest run that the other text has too. */
function runsIn(one: readonly Word[], other: readonly Word[]): Run[] {
  const places = new Map<number, number[]>();
  for (const [at, shingle] of shinglesOf(other).entries()) {
    const there = places.get(shingle);
    if (!there) places.set(shingle, [at]);
    else if (there.length < mostPlaces) there.push(at);
  }
  const shingles = shinglesOf(one);
  const runs: Run[] = [];
  for (let at = 0; at < shingles.length; ) {
    let best: Run = { one: at, other: 0, words: 0 };
    for (const place of places.get(shingles[at] ?? 0) ?? []) {
      const words = alikeFrom({ one, at }, { other, place });
      if (words > best.words) best = { one: at, other: place, words };
    }
    if (best.words >= SHINGLE) runs.push(best);
    at += best.words >= SHINGLE ? best.words : 1;
  }
  return runs;
}

function alikeFrom(
  { one, at }: { one: readonly Word[]; at: number },
  { other, place }: { other: readonly Word[]; place: number },
): number {
  let words = 0;
  for (;;) {
    const [here, there] = [one[at + words], other[place + words]];
    if (!here || !there || here.hash !== there.hash) return words;
    words += 1;
  }
}

/** A run is taken apart where the texts differ in a letter or between words; UTF-16 units. */
function* passagesOf(run: Run, one: Text, other: Text): Generator<Passage> {
  let open: (Passage & { end: number }) | undefined;
  for (let nth = 0; nth < run.words; nth += 1) {
    const [here, there] = [one.words[run.one + nth], other.words[run.other + nth]];
    if (!here || !there) break;
    const same = one.text.slice(here.start, here.end) === other.text.slice(there.start, there.end);
    const otherEnd = open && open.other + open.length;
    if (open && otherEnd !== undefined && same) {
      const [gap, otherGap] = [one.text.slice(open.end, here.start), other.text.slice(otherEnd, there.start)];
      if (gap === otherGap) {
        open.end = here.end;
        open.length = here.end - open.one;
        continue;
      }
    }
    if (open) yield open;
    open = same ? { one: here.start, other: there.start, length: here.end - here.start, end: here.end } : undefined;
  }
  if (open) yield open;
}

const SIGN = /^[\p{P}\p{S}]$/u;

/** A passage with the punctuation around it, as far as both texts have the same. */
function withSigns({ one, other, length }: Passage, { text }: Text, { text: otherText }: Text): Passage {
  const isSame = (by: number) => {
    const sign = text[one + by] ?? "";
    return SIGN.test(sign) && sign === otherText[other + by];
  };
  let before = 0;
  while (isSame(-before - 1)) before += 1;
  let after = 0;
  while (isSame(length + after)) after += 1;
  return { one: one - before, other: other - before, length: before + length + after };
}

function inCodePoints({ one, other, length }: Passage, indexes: { one: OffsetIndex; other: OffsetIndex }): Passage {
  const start = indexes.one.toCodePoint(utf16(one));
  return {
    one: start,
    other: indexes.other.toCodePoint(utf16(other)),
    length: indexes.one.toCodePoint(utf16(one + length)) - start,
  };
}

/** The share of a text's words from which on one is proposed as a copy of the other. */
const share = 0.5;

/** Whether one text is likely a copy of the other: half of the words of one of them, twelve at least, stand in both. */
export function isLikelyCopy({ one, other }: Pick<Shared, "one" | "other">, fewest: number): boolean {
  const enough = ({ words, shared }: Shared["one"]) => shared >= fewest && shared >= words * share;
  return enough(one) || enough(other);
}
