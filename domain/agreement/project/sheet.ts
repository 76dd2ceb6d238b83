import type { BorderCount } from "@/domain/agreement/border-labels";
import { tallyOfPair } from "@/domain/agreement/positions";
import { noSpans, type SpanCount, type SpanMatch } from "@/domain/agreement/span-f1";
import { type Tally, tallying } from "@/domain/agreement/tally";
import type { Disagreement } from "@/domain/agreement/unitizing-alpha";

/** All that the measures need to know of one report, of many, or of one pair of people on them. */
export interface Sheet {
  readonly tally: Tally;
  readonly spans: Readonly<Record<SpanMatch, SpanCount>>;
  readonly borders: BorderCount;
  readonly units: Disagreement;
  /** Units before those that overlap another of the same person and label were left out. */
  readonly unitsSeen: number;
}

/** Numbers that do not depend on the categories: items, spans, borders, units. */
const fixed = 4 + 12 + 2 + 4;

/** A sheet's numbers in one row. Everything in a sheet is a sum, so rows of one shape can be added. */
export type Row = Float64Array;

export const emptyRow = (categories: number): Row => new Float64Array(fixed + 3 * categories ** 2 + categories);

export function rowOf({ tally, spans, borders, units, unitsSeen }: Sheet): Row {
  const q = tally.categories.length;
  const row = emptyRow(q);
  let at = 0;
  const put = (numbers: ArrayLike<number>) => {
    row.set(numbers, at);
    at += numbers.length;
  };
  put([tally.seen, tally.rated, tally.paired, tally.complete]);
  for (const matrix of [tally.coincidences, tally.pairs, tally.table]) put(matrix);
  put(tally.shares);
  for (const { first, firstMatched, second, secondMatched } of [spans.exact, spans.overlap, spans.borders])
    put([first, firstMatched, second, secondMatched]);
  put([borders.matching, borders.sameLabel]);
  put([units.observed, units.expected, units.units, unitsSeen]);
  return row;
}

/** Reads a row back. `raters` is how many people the rows that were added are about. */
export function sheetOf(row: Row, categories: readonly string[], raters: number): Sheet {
  const q = categories.length;
  let at = 0;
  const take = (length: number) => {
    at += length;
    return row.subarray(at - length, at);
  };
  const [seen = 0, rated = 0, paired = 0, complete = 0] = take(4);
  const [coincidences, pairs, table] = [take(q * q), take(q * q), take(q * q)];
  const shares = take(q);
  const counts = { seen, rated, paired, complete };
  const tally = { categories, raters, ...counts, coincidences, pairs, table, shares };
  const spans = { exact: spanCount(take(4)), overlap: spanCount(take(4)), borders: spanCount(take(4)) };
  const [matching = 0, sameLabel = 0] = take(2);
  const [observed = 0, expected = 0, units = 0, unitsSeen = 0] = take(4);
  return { tally, spans, borders: { matching, sameLabel }, units: { observed, expected, units, raters }, unitsSeen };
}

/**
 * Of a pair of people less is kept, because there are many pairs: how often they gave which two categories, how many
 * positions there are, spans and borders. All else follows from these.
 */
export function rowOfPair({ tally, spans, borders }: Sheet): Row {
  const { exact, overlap, borders: same } = spans;
  return Float64Array.of(
    tally.seen,
    ...tally.table,
    ...[exact, overlap, same].flatMap((each) => [each.first, each.firstMatched, each.second, each.secondMatched]),
    borders.matching,
    borders.sameLabel,
  );
}

export function sheetOfPair(row: Row, categories: readonly string[]): Sheet {
  const cells = categories.length ** 2;
  const tables = row.subarray(1, 1 + cells);
  const at = (place: number) => row.subarray(1 + cells + 4 * place, 5 + cells + 4 * place);
  const [matching = 0, sameLabel = 0] = row.subarray(13 + cells);
  return {
    tally: tallyOfPair({ categories, raters: 2, length: row[0] ?? 0, tables }, 0, 1),
    spans: { exact: spanCount(at(0)), overlap: spanCount(at(1)), borders: spanCount(at(2)) },
    borders: { matching, sameLabel },
    units: { observed: 0, expected: 0, units: 0, raters: 2 },
    unitsSeen: 0,
  };
}

/** Among more people than rated this report, nothing of it was rated by everybody. */
export function withoutComplete(sheet: Sheet): Sheet {
  const { table } = tallying(sheet.tally.categories, 0).tally();
  return { ...sheet, tally: { ...sheet.tally, complete: 0, table } };
}

/** A sheet of ratings alone. */
export function sheetOfRatings(tally: Tally): Sheet {
  const none = noSpans();
  return {
    tally,
    spans: { exact: none, overlap: none, borders: none },
    borders: { matching: 0, sameLabel: 0 },
    units: { observed: 0, expected: 0, units: 0, raters: tally.raters },
    unitsSeen: 0,
  };
}

/** Adds rows, each `times` as often as said (once where nothing is said). */
export function addRows(rows: readonly Row[], times?: ArrayLike<number>): Row {
  const total = new Float64Array(rows[0]?.length ?? 0);
  rows.forEach((row, place) => {
    const often = times === undefined ? 1 : (times[place] ?? 0);
    if (often === 0) return;
    for (let cell = 0; cell < row.length; cell++) total[cell] = (total[cell] ?? 0) + often * (row[cell] ?? 0);
  });
  return total;
}

function spanCount([first = 0, firstMatched = 0, second = 0, secondMatched = 0]: Float64Array): SpanCount {
  return { first, firstMatched, second, secondMatched };
}
