import type { BorderCount } from "@/domain/agreement/border-labels";
import type { LabelledSpan } from "@/domain/agreement/labelled-span";
import { comparePositions, tallyOfAll, tallyOfPair } from "@/domain/agreement/positions";
import type { LabelSets } from "@/domain/agreement/project/label-sets";
import { type ReportLayers, spansOf } from "@/domain/agreement/project/layers";
import type { Part } from "@/domain/agreement/project/resample";
import { rowOf, rowOfPair, type Sheet, sheetOfPair, withoutComplete } from "@/domain/agreement/project/sheet";
import { addCounts, countSpans, type SpanCount, type SpanMatch } from "@/domain/agreement/span-f1";
import { addDisagreements, type Disagreement, unitizingDisagreement } from "@/domain/agreement/unitizing-alpha";

/** What one pair of people adds with one report. */
export interface PairPart {
  readonly pair: string;
  readonly part: Part;
}

export const pairOf = (first: number, second: number): string => `${first} ${second}`;

/** All labels of a report together: every position counts once, with the set of labels on it. */
export function wholeReport(
  report: ReportLayers,
  kinds: readonly string[],
  { sets, cut }: LabelSets,
  { people, units }: { readonly people: number; readonly units: readonly Disagreement[] },
): { readonly whole: Part; readonly pairs: readonly PairPart[] } {
  const raters = report.layers.map((layer) => spansOf(layer, kinds));
  const tables = comparePositions({ length: report.length, raters: raters.map(cut) }, sets);
  const pairs = report.layers.flatMap((one, i) =>
    report.layers.slice(i + 1).map((other, next) => {
      const spans = countSpans([raters[i] ?? [], raters[i + 1 + next] ?? []]);
      const tally = tallyOfPair(tables, i, i + 1 + next);
      const sheet: Sheet = { tally, spans, borders: bordersOf(spans), units: noUnits, unitsSeen: 0 };
      return { pair: pairOf(one.person, other.person), spans, row: rowOfPair(sheet) };
    }),
  );
  const spans = {
    exact: addCounts(pairs.map((each) => each.spans.exact)),
    overlap: addCounts(pairs.map((each) => each.spans.overlap)),
    borders: addCounts(pairs.map((each) => each.spans.borders)),
  };
  const whole: Sheet = {
    tally: tallyOfAll(tables),
    spans,
    borders: bordersOf(spans),
    units: addDisagreements(units),
    unitsSeen: raters.reduce((total, own) => total + own.length, 0),
  };
  return {
    whole: among(whole, report.layers.length, people),
    pairs: pairs.map(({ pair, row }) => ({ pair, part: { row, sheet: () => sheetOfPair(row, tables.categories) } })),
  };
}

const noUnits: Disagreement = { observed: 0, expected: 0, units: 0, raters: 2 };

/** Spans with the same borders, each used once, are the ones whose labels can be compared. */
const bordersOf = ({ borders, exact }: Readonly<Record<SpanMatch, SpanCount>>): BorderCount => ({
  matching: borders.firstMatched,
  sameLabel: exact.firstMatched,
});

/** One kind of a report: every position is tagged as it or not. */
export function oneKind(
  report: ReportLayers,
  kinds: readonly string[],
  kind: number,
  people: number,
): { readonly part: Part; readonly units: Disagreement } {
  const raters = report.layers.map((layer) => spansOf(layer, kinds, kind));
  const label = kinds[kind] ?? "";
  const units = unitsOf(report, kinds, kind);
  const sheet: Sheet = {
    tally: tallyOfAll(comparePositions({ length: report.length, raters }, [label])),
    spans: countSpans(raters),
    borders: { matching: 0, sameLabel: 0 },
    units,
    unitsSeen: raters.reduce((total, spans) => total + spans.length, 0),
  };
  return { part: among(sheet, report.layers.length, people), units };
}

function among(sheet: Sheet, raters: number, people: number): Part {
  return { sheet: () => sheet, row: rowOf(raters === people ? sheet : withoutComplete(sheet)) };
}

function unitsOf({ layers, length }: ReportLayers, kinds: readonly string[], kind: number): Disagreement {
  const raters = layers.map((layer) =>
    spansOf(layer, kinds, kind).map(({ start, end }: LabelledSpan) => ({ start, length: end - start })),
  );
  return unitizingDisagreement({ start: 0, length, raters });
}
