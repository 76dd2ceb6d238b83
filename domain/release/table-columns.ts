import { coverageColumns } from "@/domain/event/coverage";
import { sheetColumns } from "@/domain/event/sheet";
import { safeColumn } from "@/domain/formats/csv/cells";
import type { ColumnType } from "@/domain/formats/csv/column";
import { tables } from "@/domain/formats/tables";

/** A column as it is told of in the data sheet and in the metadata. */
export type ToldColumn = { name: string; type: ColumnType; means: string };
export type ToldTable = { file: string; row: string; columns: readonly ToldColumn[] };

const safe: ToldColumn = {
  name: safeColumn,
  type: "text",
  means: "Columns of this row where an apostrophe was added so that a spreadsheet does not run the text as a formula.",
};

export const splitColumns: readonly ToldColumn[] = [
  { name: "report_id", type: "id", means: "The report." },
  { name: "group", type: "id", means: "Reports of one event or copies of each other have the same one." },
  { name: "split", type: "text", means: "train, dev or test." },
];

export const withdrawnColumns: readonly ToldColumn[] = [
  { name: "table", type: "text", means: "The table that the row stood in." },
  { name: "id", type: "id", means: "Its id, which is never used again." },
  { name: "last_release", type: "integer", means: "The last release that had it." },
  { name: "why", type: "text", means: "Why it is there no more." },
  { name: "words", type: "text", means: "The reason that was given, where there is one." },
  { name: "successor", type: "id", means: "What it is part of now." },
];

const own: readonly ToldTable[] = [
  { file: "events.csv", row: "One row for each accepted event.", columns: [...sheetColumns, safe] },
  {
    file: "coverage.csv",
    row: "One row for each outlet: what was read. No row of an event is not no event.",
    columns: [...coverageColumns.map((column) => ({ ...column, means: meaning(column.name) })), safe],
  },
  {
    file: "splits.csv",
    row: "One row for each report: which part of a dataset for training it is in.",
    columns: splitColumns,
  },
  {
    file: "withdrawn.csv",
    row: "One row for each thing that an earlier release had and this one does not.",
    columns: [...withdrawnColumns, safe],
  },
];

function meaning(name: string): string {
  return `${name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase())}.`;
}

/** Every table that a release may have, with its columns as they are written. */
export const toldTables: readonly ToldTable[] = [
  ...tables.map(({ layer, row, columns }) => ({ file: `${layer}.csv`, row, columns: [...columns, safe] })),
  ...own,
];
