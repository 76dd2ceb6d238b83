import { rowsOfXlsx } from "@/domain/formats/xlsx/read";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";
import { readText } from "../../documents/decoded";
import { Unreadable } from "../../documents/extracted";
import { Warnings } from "../../documents/warnings";
import { recordsOf } from "../../tables/csv";

/** The rows of one table: the first one names the columns. */
export type Sheet = { file: string; header: string[]; rows: { line: number; cells: string[] }[] };

/** Bytes of a file of text, and rows of all tables together, which are in memory at once. */
const most = { bytes: 256 * 1024 * 1024, rows: 1_000_000 };

/** Rows after which others get their turn. */
const pause = 2000;

type Sheets = { sheets: Sheet[]; broken?: BrokenFile };

/** Every table of the files. Of a file that can't be read on, the rows before count. `first`: so many rows of each. */
export async function sheetsIn(files: readonly SentFile[], first = most.rows): Promise<Sheets> {
  const sheets: Sheet[] = [];
  let left = most.rows;
  for (const file of files) {
    const found = new Map<string, Sheet>();
    try {
      for await (const { sheet, line, cells } of rowsIn(file)) {
        const known = found.get(sheet);
        if (!known) found.set(sheet, { file: file.name, header: cells.map((cell) => cell.trim()), rows: [] });
        else if (known.rows.length < first) known.rows.push({ line, cells });
        else if (found.size === 1 && sheet === "") break;
        left -= 1;
        if (left < 0) throw new BrokenFile("too-large", { file: file.name, line });
      }
    } catch (error) {
      if (!(error instanceof BrokenFile)) throw error;
      return { sheets: [...sheets, ...tagSheets(found)], broken: error };
    }
    sheets.push(...tagSheets(found));
  }
  return { sheets };
}

/** Of a workbook: our own tables of tags and reports if they are in it, else its first sheet. */
function tagSheets(found: ReadonlyMap<string, Sheet>): Sheet[] {
  const own = ["reports", "annotations"].flatMap((name) => found.get(name) ?? []);
  return found.has("annotations") ? own : [...found.values()].slice(0, 1);
}

type Row = { sheet: string; line: number; cells: string[] };

async function* rowsIn(file: SentFile): AsyncGenerator<Row> {
  if (/\.xlsx$/i.test(file.name)) {
    for await (const { sheet, row, cells } of rowsOfXlsx(file)) {
      const texts = cells.map((cell) => (cell === undefined ? "" : String(cell)));
      if (texts.some((cell) => cell.trim() !== "")) yield { sheet, line: row, cells: texts };
    }
    return;
  }
  const text = await textOf(file);
  let read = 0;
  try {
    for (const { line, values } of /\.tsv$/i.test(file.name) ? recordsOf(text, "\t") : recordsOf(text)) {
      yield { sheet: "", line, cells: [...values] };
      read += 1;
      if (read % pause === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const line = /^Line (\d+)/.exec(error.message)?.[1];
    throw new BrokenFile("cut-off", { file: file.name, ...(line !== undefined && { line: Number(line) }) });
  }
}

async function textOf(file: SentFile): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.bytes()) {
    size += piece.length;
    if (size > most.bytes) throw new BrokenFile("too-large", { file: file.name });
    pieces.push(piece);
  }
  try {
    return readText(Buffer.concat(pieces), undefined, new Warnings()).text.replace(/^\uFEFF/, "");
  } catch (error) {
    if (error instanceof Unreadable) throw new BrokenFile("not-this-format", { file: file.name });
    throw error;
  }
}
