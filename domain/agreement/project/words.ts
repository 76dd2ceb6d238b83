import type { TagColumns } from "@/domain/agreement/project/layers";
import { findWords } from "@/domain/text/words";

/** Where the words of a text begin and end, in code points, in order. */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The words of a text that is given as its blocks; a word is what the reader's word cursor stops at. */
export function wordsOf(blocks: readonly { readonly start: number; readonly text: string }[], language: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, text } of blocks) {
    let [units, points] = [0, 0];
    const pointAt = (unit: number) => {
      for (; units < unit; units++) if (!isLowSurrogate(text.charCodeAt(units))) points++;
      return points;
    };
    for (const word of findWords(text, language)) {
      starts.push(start + pointAt(word.start));
      ends.push(start + pointAt(word.end));
    }
  }
  return { count: starts.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** The same tags counted in words: from the first word they touch to after the last. Tags on no word are left out. */
export function inWords({ count, starts, ends, kinds, idAt }: TagColumns, words: Words): TagColumns {
  const kept: number[] = [];
  const [from, to] = [new Int32Array(count), new Int32Array(count)];
  for (let place = 0; place < count; place++) {
    const first = firstAbove(words.ends, starts[place] ?? 0);
    const last = firstAtLeast(words.starts, ends[place] ?? 0);
    if (last <= first) continue;
    from[kept.length] = first;
    to[kept.length] = last;
    kept.push(place);
  }
  return {
    count: kept.length,
    starts: from.subarray(0, kept.length),
    ends: to.subarray(0, kept.length),
    kinds: Int32Array.from(kept, (place) => kinds[place] ?? 0),
    idAt: (place) => idAt(kept[place] ?? 0),
  };
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const firstAbove = (sorted: Int32Array, value: number) => firstAtLeast(sorted, value + 1);

function firstAtLeast(sorted: Int32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
