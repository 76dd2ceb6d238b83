import type { TextRange } from "./range";

/** How a document shows some of its words, so far as it is shown here. */
export const emphases = ["bold", "italic", "underline", "struck", "raised", "lowered"] as const;
export type Emphasis = (typeof emphases)[number];
type EmphasisRange = TextRange & { is: Emphasis };

/** Some characters that are shown alike. */
export interface Shown {
  readonly start: number;
  readonly end: number;
  readonly looks: readonly Emphasis[];
}

const isEmphasis = (range: TextRange): range is EmphasisRange => emphases.some((each) => each === range.is);

/** The ranges that are drawn, by their beginnings, for a text that is looked at part after part. */
export class Emphasised {
  readonly #ranges: readonly EmphasisRange[];
  /** The furthest end among those up to each one, so that a part is found without looking at all. */
  readonly #reach: number[] = [];

  constructor(ranges: readonly TextRange[]) {
    this.#ranges = ranges.filter(isEmphasis).toSorted((a, b) => a.start - b.start);
    let reach = 0;
    for (const { end } of this.#ranges) {
      reach = Math.max(reach, end);
      this.#reach.push(reach);
    }
  }

  /** A part of the text, in code points, divided where its look changes; empty where none of it is emphasised. */
  within(start: number, end: number): Shown[] {
    const here: EmphasisRange[] = [];
    for (let at = firstOver(this.#reach, start); at < this.#ranges.length; at += 1) {
      const range = this.#ranges[at];
      if (!range || range.start >= end) break;
      if (range.end > start && range.start < range.end) here.push(range);
    }
    if (here.length === 0) return [];
    const inside = (point: number) => Math.min(end, Math.max(start, point));
    const borders = [...new Set([start, end, ...here.flatMap((each) => [inside(each.start), inside(each.end)])])];
    const cuts = borders.toSorted((a, b) => a - b);
    return cuts.slice(1).map((to, at) => {
      const from = cuts[at] ?? start;
      const over = here.filter((each) => each.start <= from && each.end >= to);
      return { start: from, end: to, looks: emphases.filter((look) => over.some(({ is }) => is === look)) };
    });
  }
}

/** The first place whose value is greater than a point; the values never fall. */
function firstOver(values: readonly number[], point: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The classes of a look. */
export const classOfLooks = (looks: readonly Emphasis[]): string => looks.map((look) => `look-${look}`).join(" ");
