import { countMatchingBorders } from "@/domain/agreement/border-labels";
import type { LabelledSpan } from "@/domain/agreement/labelled-span";
import { comparePositions, tallyOfAll, tallyOfPair } from "@/domain/agreement/positions";
import type { LabelSets } from "@/domain/agreement/project/label-sets";
import { type ReportLayers, spansOf } from "@/domain/agreement/project/layers";
import type { Part } from "@/domain/agreement/project/resample";
import { rowOf, rowOfPair, type Sheet, sheetOfPair, withoutComplete } from "@/domain/agreement/project/sheet";
import { countSpans } from "@/domain/agreement/span-f1";
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
  people: number,
): { readonly whole: Part; readonly pairs: readonly PairPart[] } {
  const raters = report.layers.map((layer) => spansOf(layer, kinds));
  const pieces = raters.map(cut);
  const tables = comparePositions({ length: report.length, raters: pieces }, sets);
  const units = kinds.map((_, kind) => unitsOf(report, kinds, kind));
  const whole: Sheet = {
    tally: tallyOfAll(tables),
    spans: countSpans(raters),
    borders: countMatchingBorders({ length: report.length, raters }),
    units: addDisagreements(units),
    unitsSeen: raters.reduce((total, spans) => total + spans.length, 0),
  };
  const pairs = report.layers.flatMap((one, i) =>
    report.layers.slice(i + 1).map((other, next): PairPart => {
      const two = [raters[i] ?? [], raters[i + 1 + next] ?? []];
      const sheet: Sheet = {
        tally: tallyOfPair(tables, i, i + 1 + next),
        spans: countSpans(two),
        borders: countMatchingBorders({ length: report.length, raters: two }),
        units: { observed: 0, expected: 0, units: 0, raters: 2 },
        unitsSeen: 0,
      };
      const row = rowOfPair(sheet);
      return {
        pair: pairOf(one.person, other.person),
        part: { row, sheet: () => sheetOfPair(row, tables.categories) },
      };
    }),
  );
  return { whole: among(whole, report.layers.length, people), pairs };
}

/** One kind of a report: every position is tagged as it or not. */
export function oneKind(report: ReportLayers, kinds: readonly string[], kind: number, people: number): Part {
  const raters = report.layers.map((layer) => spansOf(layer, kinds, kind));
  const label = kinds[kind] ?? "";
  const sheet: Sheet = {
    tally: tallyOfAll(comparePositions({ length: report.length, raters }, [label])),
    spans: countSpans(raters),
    borders: { matching: 0, sameLabel: 0 },
    units: unitsOf(report, kinds, kind),
    unitsSeen: raters.reduce((total, spans) => total + spans.length, 0),
  };
  return among(sheet, report.layers.length, people);
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
