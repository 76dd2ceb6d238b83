import type { LabelledSpan } from "@/domain/agreement/labelled-span";
import { none, number, type Outcome } from "@/domain/agreement/outcome";
import { indexSpans, type SpanIndex } from "@/domain/agreement/span-index";
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
export function countSpans(raters: readonly (readonly LabelledSpan[])[]): Readonly<Record<SpanMatch, SpanCount>> {
  const codes = new Map<string, number>();
  const codeOf = (label: string): number => {
    const code = codes.get(label);
    if (code !== undefined) return code;
    codes.set(label, codes.size);
    return codes.size - 1;
  };
  const indexed = raters.map((spans) => indexSpans(spans, codeOf));
  const totals = { exact: noSpans(), overlap: noSpans(), borders: noSpans() };
  indexed.forEach((first, i) => {
    for (const second of indexed.slice(i + 1)) {
      const { exact, borders } = shared(first, second);
      add(totals.exact, [first, exact], [second, exact]);
      add(totals.borders, [first, borders], [second, borders]);
      add(totals.overlap, [first, touched(first, second, codes.size)], [second, touched(second, first, codes.size)]);
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

/** A count of nothing, to be added to. */
export function noSpans() {
  return { first: 0, firstMatched: 0, second: 0, secondMatched: 0 };
}

/** The spans of one, and how many of them were matched. */
type Matched = readonly [SpanIndex, number];

function add(
  total: ReturnType<typeof noSpans>,
  [first, firstMatched]: Matched,
  [second, secondMatched]: Matched,
): void {
  total.first += first.count;
  total.second += second.count;
  total.firstMatched += firstMatched;
  total.secondMatched += secondMatched;
}

/** How many spans both have, each used once: with their labels, and by their borders alone. */
function shared(a: SpanIndex, b: SpanIndex): { readonly exact: number; readonly borders: number } {
  let [exact, borders] = [0, 0];
  let [i, j] = [0, 0];
  while (i < a.count && j < b.count) {
    const order = at(a.starts, i) - at(b.starts, j) || at(a.ends, i) - at(b.ends, j);
    if (order < 0) i++;
    if (order > 0) j++;
    if (order !== 0) continue;
    const [iEnd, jEnd] = [endOfBorders(a, i), endOfBorders(b, j)];
    borders += Math.min(iEnd - i, jEnd - j);
    while (i < iEnd && j < jEnd) {
      const labels = at(a.labels, i) - at(b.labels, j);
      if (labels === 0) exact++;
      if (labels <= 0) i++;
      if (labels >= 0) j++;
    }
    i = iEnd;
    j = jEnd;
  }
  return { exact, borders };
}

/** The first place after `place` whose span has other borders. */
function endOfBorders({ count, starts, ends }: SpanIndex, place: number): number {
  let next = place + 1;
  while (next < count && at(starts, next) === at(starts, place) && at(ends, next) === at(ends, place)) next++;
  return next;
}

/** How many of `a` share a position with one of `b` that has the same label. */
function touched(a: SpanIndex, b: SpanIndex, labels: number): number {
  const reach = new Int32Array(labels).fill(-1);
  let count = 0;
  let next = 0;
  for (const place of a.byEnd) {
    while (next < b.count && at(b.starts, next) < at(a.ends, place)) {
      const label = at(b.labels, next);
      const end = at(b.ends, next++);
      if (end > at(reach, label)) reach[label] = end;
    }
    if (at(reach, at(a.labels, place)) > at(a.starts, place)) count++;
  }
  return count;
}
