import type { LabelledSpan, TaggedReport } from "@/domain/agreement/labelled-span";
import { indexSpans } from "@/domain/agreement/span-index";
import { at, type Tally, tallying } from "@/domain/agreement/tally";

/** The category of a position on which a rater put none of the labels. */
export const untagged = "∅";

/**
 * How often each two raters gave which two categories to one position (a character or a token, whatever the spans
 * count). As every position has a category from everybody, all else follows from these tables; they can be added.
 */
export interface PairTables {
  /** `untagged`, then the labels. */
  readonly categories: readonly string[];
  readonly raters: number;
  readonly length: number;
  /** For each pair (0,1), (0,2) … (1,2) … a q × q table, one after the other. */
  readonly tables: Float64Array;
}

/**
 * Turns spans into ratings of positions: each rater's category at a position is the label there or `untagged`.
 * Where a rater's own spans overlap, the earlier one keeps its positions (of those that begin together the longest);
 * take one label at a time to keep overlapping labels apart. Spans with other labels are left out.
 */
export function comparePositions({ length, raters }: TaggedReport, labels: readonly string[]): PairTables {
  const codes = new Map(labels.map((label, place) => [label, place + 1]));
  const q = labels.length + 1;
  const tables = new Float64Array(((raters.length * (raters.length - 1)) / 2) * q * q);
  const stretches = raters.map((spans) => stretchesOf(spans, codes, length));
  let pair = 0;
  stretches.forEach((first, i) => {
    for (let j = i + 1; j < stretches.length; j++) {
      const second = stretches[j];
      if (second) countTogether(first, second, tables.subarray(pair * q * q, ++pair * q * q), q);
    }
  });
  return { categories: [untagged, ...labels], raters: raters.length, length, tables };
}

/** Adds tables of the same raters and labels, one or more. */
export function addPairTables(parts: readonly PairTables[]): PairTables {
  const [first] = parts;
  if (!first) throw new Error("There must be tables to add.");
  const tables = new Float64Array(first.tables.length);
  let length = 0;
  for (const part of parts) {
    if (part.tables.length !== tables.length)
      throw new Error("Only tables of the same raters and labels can be added.");
    length += part.length;
    for (let cell = 0; cell < tables.length; cell++) tables[cell] = at(tables, cell) + at(part.tables, cell);
  }
  return { ...first, length, tables };
}

/** The ratings of two of the raters, numbered from 0, `first` before `second`. */
export function tallyOfPair({ categories, raters, length, tables }: PairTables, first: number, second: number): Tally {
  const cells = categories.length ** 2;
  const pair = first * raters - (first * (first + 1)) / 2 + second - first - 1;
  return tallyOfTables(categories, 2, length, tables.subarray(pair * cells, (pair + 1) * cells));
}

/** The ratings of all raters together. */
export function tallyOfAll({ categories, raters, length, tables }: PairTables): Tally {
  return tallyOfTables(categories, raters, length, tables);
}

/** The ratings of all raters of one report by position. */
export function tallyPositions(report: TaggedReport, labels: readonly string[]): Tally {
  return tallyOfAll(comparePositions(report, labels));
}

function tallyOfTables(categories: readonly string[], raters: number, length: number, tables: Float64Array): Tally {
  const empty = tallying(categories, raters).tally();
  if (length === 0 || raters < 2) return { ...empty, seen: length, rated: raters === 0 ? 0 : length };
  const q = categories.length;
  const ordered = raters * (raters - 1);
  for (let place = 0; place < tables.length; place++) {
    const cell = place % (q * q);
    const [c, k] = [Math.floor(cell / q), cell % q];
    const turned = k * q + c;
    const share = at(tables, place) / ordered;
    empty.pairs[cell] = at(empty.pairs, cell) + share;
    empty.pairs[turned] = at(empty.pairs, turned) + share;
    empty.shares[c] = at(empty.shares, c) + share;
    empty.shares[k] = at(empty.shares, k) + share;
    if (raters === 2) empty.table[cell] = at(tables, place);
  }
  empty.pairs.forEach((share, cell) => {
    empty.coincidences[cell] = share * raters;
  });
  return { ...empty, seen: length, rated: length, paired: length, complete: length };
}

/** A rater's report as stretches of one category each: where each ends, and its code. */
interface Stretches {
  readonly until: Int32Array;
  readonly code: Int32Array;
}

function countTogether(first: Stretches, second: Stretches, table: Float64Array, q: number): void {
  const { length } = first.until;
  let position = 0;
  let j = 0;
  for (let i = 0; i < length; i++) {
    const until = at(first.until, i);
    const row = at(first.code, i) * q;
    while (position < until) {
      const other = at(second.until, j);
      const cell = row + at(second.code, j);
      const end = Math.min(other, until);
      table[cell] = at(table, cell) + end - position;
      position = end;
      if (other === end) j++;
    }
  }
}

function stretchesOf(spans: readonly LabelledSpan[], codes: ReadonlyMap<string, number>, length: number): Stretches {
  const { count: given, starts, ends, labels } = indexSpans(spans, (label) => codes.get(label));
  const until = new Int32Array(2 * given + 1);
  const code = new Int32Array(2 * given + 1);
  let [count, position] = [0, 0];
  const reach = (end: number, value: number) => {
    if (end <= position) return;
    until[count] = end;
    code[count++] = value;
    position = end;
  };
  for (let place = 0; place < given; place++) {
    const start = at(starts, place);
    if (place + 1 < given && at(starts, place + 1) === start) continue;
    reach(Math.min(start, length), 0);
    reach(Math.min(at(ends, place), length), at(labels, place));
  }
  reach(length, 0);
  return { until: until.subarray(0, count), code: code.subarray(0, count) };
}
