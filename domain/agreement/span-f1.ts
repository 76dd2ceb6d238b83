import type { LabelledSpan } from "@/domain/agreement/labelled-span";
import { none, number, type Outcome } from "@/domain/agreement/outcome";
import { at } from "@/domain/agreement/tally";

/** When two people's spans count as the same. */
export type SpanMatch = "exact" | "overlap" | "borders";

export const spanMatches: readonly SpanMatch[] = ["exact", "overlap", "borders"];

/** Spans of two people and how many of them the other has too; can be added over pairs and reports. */
export interface SpanCount {
  readonly first: number;
  readonly firstMatched: number;
  readonly second: number;
  readonly secondMatched: number;
}

/**
 * F1 of two people's spans, which is the same whoever is taken as the standard: the harmonic mean of both shares
 * of spans that the other has too. It needs no count of what nobody tagged. Hripcsak & Rothschild (2005), Journal
 * of the American Medical Informatics Association 12(3), pp. 296–298.
 */
export function spanF1({ first, firstMatched, second, secondMatched }: SpanCount): Outcome {
  if (first + second === 0) return none("nobody-tagged");
  if (first === 0 || second === 0) return number(0);
  const [recall, precision] = [firstMatched / first, secondMatched / second];
  return number(recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision));
}

/**
 * Counts the matches between every two of a report's raters, added up. `exact`: same borders and label, each span
 * used once; `borders`: same borders whatever the label, each span used once; `overlap`: a span counts when any
 * span of the other with the same label shares a position with it (the lenient match of Wiebe, Wilson & Cardie
 * 2005, Language Resources and Evaluation 39, measure agr).
 */
export function countSpans(
  raters: readonly (readonly LabelledSpan[])[],
  matches: readonly SpanMatch[] = spanMatches,
): Readonly<Record<SpanMatch, SpanCount>> {
  const codes = new Map<string, number>();
  const indexed = raters.map((spans) => indexSpans(spans, codes));
  const totals = { exact: noSpans(), overlap: noSpans(), borders: noSpans() };
  indexed.forEach((first, i) => {
    for (const second of indexed.slice(i + 1)) {
      for (const match of matches) {
        const total = totals[match];
        const same = match === "overlap" ? 0 : shared(first, second, match === "exact");
        total.first += first.starts.length;
        total.second += second.starts.length;
        total.firstMatched += match === "overlap" ? touched(first, second, codes.size) : same;
        total.secondMatched += match === "overlap" ? touched(second, first, codes.size) : same;
      }
    }
  });
  return totals;
}

/** Adds counts of several pairs or reports. */
export function addCounts(counts: readonly SpanCount[]): SpanCount {
  const total = noSpans();
  for (const each of counts) {
    total.first += each.first;
    total.firstMatched += each.firstMatched;
    total.second += each.second;
    total.secondMatched += each.secondMatched;
  }
  return total;
}

function noSpans() {
  return { first: 0, firstMatched: 0, second: 0, secondMatched: 0 };
}

/** One rater's spans as numbers, in the order of the text; `byEnd` lists their places by end. */
interface SpanIndex {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly labels: Int32Array;
  readonly byEnd: Int32Array;
}

function indexSpans(spans: readonly LabelledSpan[], codes: Map<string, number>): SpanIndex {
  const count = spans.length;
  const [starts, ends, labels] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  spans.forEach((span, place) => {
    starts[place] = span.start;
  });
  const order = placesBy(starts);
  for (let place = 0; place < count; place++) {
    const span = spans[at(order, place)];
    if (!span) continue;
    const code = codes.get(span.label) ?? codes.size;
    codes.set(span.label, code);
    let to = place;
    for (; to > 0 && at(starts, to - 1) === span.start; to--) {
      const before = at(ends, to - 1) - span.end || at(labels, to - 1) - code;
      if (before <= 0) break;
      ends[to] = at(ends, to - 1);
      labels[to] = at(labels, to - 1);
    }
    starts[place] = span.start;
    ends[to] = span.end;
    labels[to] = code;
  }
  return { starts, ends, labels, byEnd: placesBy(ends) };
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

/** How many spans both have, each used once. */
function shared(a: SpanIndex, b: SpanIndex, withLabels: boolean): number {
  let same = 0;
  let [i, j] = [0, 0];
  while (i < a.starts.length && j < b.starts.length) {
    const order =
      at(a.starts, i) - at(b.starts, j) ||
      at(a.ends, i) - at(b.ends, j) ||
      (withLabels ? at(a.labels, i) - at(b.labels, j) : 0);
    if (order === 0) same++;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return same;
}

/** How many of `a` share a position with one of `b` that has the same label. */
function touched(a: SpanIndex, b: SpanIndex, labels: number): number {
  const reach = new Int32Array(labels).fill(-1);
  let count = 0;
  let next = 0;
  for (const place of a.byEnd) {
    while (next < b.starts.length && at(b.starts, next) < at(a.ends, place)) {
      const label = at(b.labels, next);
      reach[label] = Math.max(at(reach, label), at(b.ends, next));
      next++;
    }
    if (at(reach, at(a.labels, place)) > at(a.starts, place)) count++;
  }
  return count;
}
