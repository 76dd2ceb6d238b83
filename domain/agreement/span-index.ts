import type { LabelledSpan } from "@/domain/agreement/labelled-span";
import { at } from "@/domain/agreement/tally";

/** One rater's spans as whole numbers, by start, then end, then label; `byEnd` lists their places by end. */
export interface SpanIndex {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly labels: Int32Array;
  readonly byEnd: Int32Array;
}

/** Puts spans in order and labels into numbers; spans whose label has no number are left out. */
export function indexSpans(spans: readonly LabelledSpan[], codeOf: (label: string) => number | undefined): SpanIndex {
  const given = { starts: new Int32Array(spans.length), codes: new Int32Array(spans.length) };
  let count = 0;
  const kept = spans.filter(({ start, label }) => {
    const code = codeOf(label);
    if (code === undefined) return false;
    given.starts[count] = start;
    given.codes[count++] = code;
    return true;
  });
  const [starts, ends, labels] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const order = placesBy(given.starts.subarray(0, count));
  for (let place = 0; place < count; place++) {
    const from = at(order, place);
    const start = at(given.starts, from);
    const end = kept[from]?.end ?? start;
    const label = at(given.codes, from);
    let to = place;
    for (; to > 0 && at(starts, to - 1) === start; to--) {
      if ((at(ends, to - 1) - end || at(labels, to - 1) - label) <= 0) break;
      ends[to] = at(ends, to - 1);
      labels[to] = at(labels, to - 1);
    }
    starts[place] = start;
    ends[to] = end;
    labels[to] = label;
  }
  return { count, starts, ends, labels, byEnd: placesBy(ends) };
}

/** The places of numbers from the least to the greatest; spans come nearly in order, so that insertion is quickest. */
function placesBy(numbers: Int32Array): Int32Array {
  const places = new Int32Array(numbers.length);
  let moves = 8 * numbers.length;
  for (let place = 0; place < numbers.length; place++) {
    const value = at(numbers, place);
    let to = place;
    for (; to > 0 && at(numbers, at(places, to - 1)) > value; to--) places[to] = at(places, to - 1);
    places[to] = place;
    moves -= place - to;
    if (moves < 0) return places.map((_, each) => each).sort((a, b) => at(numbers, a) - at(numbers, b));
  }
  return places;
}
