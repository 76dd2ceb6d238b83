import type { BlockRun } from "./block-shape";
import { type Line, trimmed } from "./lines";

const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether a line is the one of dashes between a table's headings and its rows. */
export function isTableRule(line: string | undefined): boolean {
  return line !== undefined && /\|/.test(line) && TABLE_RULE.test(line);
}

/** The cells of a row that hold something; an escaped bar separates nothing. */
export function tableRow(line: Line, row: number): BlockRun[] {
  const bars = [...line.text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const opens = line.text.trimStart().startsWith("|");
  const edges = [...(opens ? [] : [-1]), ...bars, line.text.length];
  return edges.slice(0, -1).flatMap((bar, index) => {
    const range = trimmed(line.text, bar + 1, edges[index + 1] ?? line.text.length);
    if (!range) return [];
    const attributes = { row, column: index + 1 };
    return [{ from: line.from + range.from, to: line.from + range.to, shape: { type: "table-cell", attributes } }];
  });
}
