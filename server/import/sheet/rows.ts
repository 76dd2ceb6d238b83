import { readText } from "../documents/decoded";
import { Unreadable } from "../documents/extracted";
import { Warnings } from "../documents/warnings";
import { recordsOf } from "../tables/csv";
import { type SheetRow, xlsxRows } from "./xlsx-rows";

/** Rows after which others get their turn. */
const pause = 500;

/** The rows of a sheet with their numbers as a spreadsheet counts them; the first one names the columns. */
export async function* sheetRows(name: string, bytes: Buffer): AsyncGenerator<SheetRow> {
  if (/\.xlsx$/i.test(name)) {
    yield* xlsxRows(name, bytes);
    return;
  }
  if (!/\.(?:csv|tsv|txt)$/i.test(name)) throw new Unreadable("A sheet is a CSV, TSV or XLSX file.");
  const { text } = readText(bytes, undefined, new Warnings());
  const plain = text.replace(/^\uFEFF/, "");
  let [row, next, read] = [0, 1, 0];
  // Excel writes the sign that parts values into a line of its own.
  const sep = /^sep=(.)\r?\n/i.exec(plain);
  const records = sep
    ? recordsOf(plain.slice(sep[0].length), sep[1])
    : /\.tsv$/i.test(name)
      ? recordsOf(plain, "\t")
      : recordsOf(plain);
  let width: number | undefined;
  for (const { line, values } of records) {
    width ??= values.length;
    row += 1 + (line - next);
    next = line + 1 + values.reduce((sum, value) => sum + (value.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    const cells = values.map((value) => ({ text: value }));
    yield { row: row + (sep ? 1 : 0), cells, ...(values.length > width && { longer: true }) };
    read += 1;
    if (read % pause === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
