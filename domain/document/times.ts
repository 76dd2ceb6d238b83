import type { TextRange } from "./range";

/** From when to when words are said, in milliseconds from the start of the recording. */
export interface Times {
  readonly from: number;
  readonly to: number;
}

type Timed = Extract<TextRange, { is: "time" }>;

export const timed = (ranges: readonly TextRange[]): Timed[] => ranges.filter((range) => range.is === "time");

/** The time of everything said in these spans, from the first to the last; undefined where no word has a time. */
export function timesOf(
  spans: readonly { readonly start: number; readonly end: number }[],
  ranges: readonly Timed[],
): Times | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const span of spans) {
    for (const range of ranges) {
      if (range.start >= span.end || range.end <= span.start) continue;
      from = Math.min(from, range.from);
      to = Math.max(to, range.to);
    }
  }
  return from <= to ? { from, to } : undefined;
}
