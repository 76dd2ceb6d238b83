import type { Cell } from "@/domain/formats/csv/cells";
import type { CsvTable } from "@/domain/formats/csv/column";
import type { Dataset } from "@/domain/formats/dataset";
import type { ExportFile, Format, WriteOptions } from "@/domain/formats/format";
import type { LossLedger } from "@/domain/formats/loss";
import { lossesOfTables, tables } from "@/domain/formats/tables";
import { longestCell } from "@/domain/formats/xlsx/cells";
import { type SheetColumn, type Workbook, workbookAt } from "@/domain/formats/xlsx/workbook";
import { partsOf } from "@/domain/text/segmenter";

/** A text that is too long for a cell, in parts that are not. */
type LongText = { sheet: string; row: number; column: string; parts: readonly string[] };

const longTexts = "long texts";
const goesOn = ` … [goes on in the sheet “${longTexts}”]`;

async function* write(dataset: Dataset, { comments, ledger }: WriteOptions): AsyncGenerator<Uint8Array> {
  const { header } = dataset;
  const book = workbookAt(header.exportedAt);
  const long: LongText[] = [];
  const wanted = tables.filter(({ onlyWhenAsked }) => comments || !onlyWhenAsked);
  for (const table of wanted) {
    book.begin(table.layer, table.columns);
    for await (const some of table.rows(dataset)) {
      for (const cells of some) addRow(book, table.columns, { cells, long, ledger });
      yield* book.take();
    }
  }
  if (long.length > 0) {
    book.begin(longTexts, longColumns);
    for (const { sheet, row, column, parts } of long) {
      for (const [nth, text] of parts.entries()) book.add([sheet, row, column, nth + 1, text]);
    }
  }
  writeColumns(book, wanted);
  await writeAbout(book, dataset, { comments, ledger });
  book.end();
  yield* book.take();
}

const longColumns: readonly SheetColumn[] = [
  { name: "sheet", type: "text" },
  { name: "row", type: "integer" },
  { name: "column", type: "text" },
  { name: "part", type: "integer" },
  { name: "text", type: "text" },
];

type Row = { cells: readonly Cell[]; long: LongText[]; ledger: LossLedger };

/** A row in which every text fits: one that does not is cut with a word on where it goes on, and stands there whole. */
function addRow(book: Workbook, columns: readonly SheetColumn[], { cells, long, ledger }: Row): void {
  const tooLong = cells.some((cell) => typeof cell === "string" && cell.length > longestCell);
  if (!tooLong) {
    book.add(cells);
    return;
  }
  const found: { column: string; parts: readonly string[] }[] = [];
  const fitting = cells.map((cell, at) => {
    if (typeof cell !== "string" || cell.length <= longestCell) return cell;
    ledger.add("long-cells", "split", cell);
    found.push({ column: columns[at]?.name ?? "", parts: [...fittingParts(cell, longestCell)] });
    const [first = ""] = fittingParts(cell, longestCell - goesOn.length);
    return first + goesOn;
  });
  book.add(fitting);
  for (const each of found) long.push({ ...book.last(), ...each });
}

/** A text in parts of at most so many UTF-16 units, none of which ends inside a letter. */
export function* fittingParts(text: string, most: number): Generator<string> {
  let from = 0;
  let end = 0;
  for (const { start, text: letter } of partsOf(text, "grapheme")) {
    const after = start + letter.length;
    if (after - from > most && end > from) {
      yield text.slice(from, end);
      from = end;
    }
    end = after;
  }
  for (; text.length - from > most; from += most) yield text.slice(from, from + most);
  yield text.slice(from);
}

function writeColumns(book: Workbook, all: readonly CsvTable[]): void {
  book.begin(
    "columns",
    ["sheet", "column", "type", "meaning"].map((name) => ({ name, type: "text" })),
  );
  for (const { layer, columns } of all)
    for (const { name, type, means } of columns) book.add([layer, name, type, means]);
}

/** What the manifest of an archive says. */
async function writeAbout(
  book: Workbook,
  { header, counts }: Dataset,
  { comments, ledger }: Pick<WriteOptions, "comments" | "ledger">,
): Promise<void> {
  const { project, exportedAt, generator, filters } = header;
  const counted = await counts();
  book.begin("about", [
    { name: "what", type: "text" },
    { name: "value", type: "text" },
  ]);
  book.add(["project", project.name]);
  book.add(["exported at", exportedAt]);
  book.add(["generator", generator]);
  book.add(["states", filters.states.join(", ")]);
  book.add(["kinds", filters.kinds?.join(", ") ?? "every kind"]);
  book.add(["offset unit", "code point"]);
  for (const [what, count] of Object.entries(counted)) book.add([`count: ${what}`, count]);
  const options = { raw: true, byteOrderMark: false, comments };
  for (const { what, count, how } of [...lossesOfTables(counted, filters, options), ...ledger.losses()])
    book.add([`loss: ${what}, ${how}`, count ?? undefined]);
}

const file: ExportFile = {
  layer: "all",
  name: "tables.xlsx",
  label: "Workbook",
  rows: (counts, filters) => tables.reduce((all, table) => all + table.count(counts, filters), 0),
  write,
};

/** ECMA-376 (Office Open XML). Text never runs as a formula: there is none in the file. */
export const xlsx: Format = {
  id: "xlsx",
  name: "Excel (XLSX)",
  label: "Spreadsheet (Excel)",
  means: "One workbook with a sheet for each table: real dates and numbers, a fixed head, filters.",
  lets: ["standing"],
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  offsetUnit: "code point",
  readBy: "spreadsheet",
  files: [file],
  usually: { byteOrderMark: false, comments: false },
  losses: lossesOfTables,
  whileWriting: [{ what: "long-cells", how: "split" }],
};
