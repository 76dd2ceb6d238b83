import type { SchemaElement } from "hyparquet-writer";
import type { Cell } from "@/domain/formats/csv/cells";
import type { ColumnType, CsvTable } from "@/domain/formats/csv/column";
import { dictionaryOf } from "@/domain/formats/csv/dictionary";
import type { ExportFile, Format } from "@/domain/formats/format";
import { leaf, leaves, parquetOf, rowsAtOnce } from "@/domain/formats/parquet/writing";
import { lossesOfTables, tables } from "@/domain/formats/tables";

/** Milliseconds of a day. */
const day = 24 * 60 * 60 * 1000;

type Stored = { leaf: keyof typeof leaves; value: (cell: Exclude<Cell, undefined>) => unknown };
const text: Stored = { leaf: "text", value: String };

/** How each type of column is stored. Dates that may be an instant stay text: nothing says which precision they have. */
const stored: Record<ColumnType, Stored> = {
  text,
  id: text,
  ids: text,
  JSON: text,
  date: text,
  integer: { leaf: "whole", value: (cell) => BigInt(Number(cell)) },
  number: { leaf: "number", value: Number },
  day: { leaf: "day", value: (cell) => Date.parse(String(cell)) / day },
  time: { leaf: "instant", value: (cell) => BigInt(Date.parse(String(cell))) },
  "true or false": { leaf: "truth", value: Boolean },
};

const schemaOf = ({ columns }: CsvTable): SchemaElement[] => [
  { name: "root", num_children: columns.length },
  ...columns.map(({ name, type }) => leaf(name, leaves[stored[type].leaf])),
];

function fileOf(table: CsvTable): ExportFile {
  const { layer, label, columns, count, rows, onlyWhenAsked } = table;
  const values = columns.map(({ type }) => stored[type].value);
  const empty = () => columns.map(({ name }) => ({ name, data: [] as unknown[] }));
  return {
    layer,
    name: `${layer}.parquet`,
    label,
    rows: count,
    ...(onlyWhenAsked ? { onlyWhenAsked } : {}),
    async *write(dataset) {
      const file = parquetOf(schemaOf(table), { createdBy: dataset.header.generator });
      let waiting = empty();
      let held = 0;
      for await (const some of rows(dataset)) {
        for (const cells of some) {
          for (let at = 0; at < waiting.length; at += 1) {
            const cell = cells[at];
            waiting[at]?.data.push(cell === undefined ? null : values[at]?.(cell));
          }
          held += 1;
        }
        if (held < rowsAtOnce) continue;
        file.add(waiting);
        yield file.take();
        waiting = empty();
        held = 0;
      }
      if (held > 0) file.add(waiting);
      file.end();
      yield file.take();
    },
  };
}

/** The tables of the CSV export, with types: parquet.apache.org/docs. */
export const parquet: Format = {
  id: "parquet",
  name: "Parquet",
  label: "Parquet",
  means: "The tables with types, small and fast, for pandas, Polars, DuckDB, R and Spark.",
  lets: ["standing"],
  extension: "parquet",
  mediaType: "application/vnd.apache.parquet",
  offsetUnit: "code point",
  readBy: "spreadsheet",
  files: tables.map(fileOf),
  usually: { byteOrderMark: false, comments: false },
  readme: (header, files) =>
    dictionaryOf(
      header,
      tables.filter(({ layer }) => files.some((file) => file.layer === layer)),
      { raw: true, extension: "parquet" },
    ),
  losses: lossesOfTables,
};
