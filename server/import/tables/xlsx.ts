import { openArchive } from "../documents/archive";
import { Unreadable } from "../documents/extracted";
import { child, childrenNamed, type Element, elementsOf, readXml, textOf } from "../documents/xml";
import type { TableRow } from "./csv";

/** The rows of a workbook's first sheet (ECMA-376, part 1, 18), dates as ISO 8601. Formulas give the value that was kept. */
export function* rowsOf(bytes: Uint8Array): Generator<TableRow> {
  const archive = openArchive(bytes);
  const part = (path: string) => {
    const found = archive.get(path);
    return found && elementsOf(readXml(found, path))[0];
  };
  const workbook = part("xl/workbook.xml");
  const sheetId = childrenNamed(child(workbook, "sheets"), "sheet")[0]?.attributes["r:id"];
  const relations = childrenNamed(part("xl/_rels/workbook.xml.rels"), "Relationship");
  const target =
    relations.find(({ attributes }) => attributes["Id"] === sheetId)?.attributes["Target"] ?? "worksheets/sheet1.xml";
  const sheet = part(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  if (!sheet) throw new Unreadable("This isn’t a workbook: the archive has no sheet in it.");
  const shared = childrenNamed(part("xl/sharedStrings.xml"), "si").map(wordsOf);
  const reading = { shared, dates: dateStyles(part("xl/styles.xml")), from1904: is1904(workbook) };
  for (const row of childrenNamed(child(sheet, "sheetData"), "row")) {
    const values: string[] = [];
    for (const cell of childrenNamed(row, "c")) {
      const at = columnOf(cell.attributes["r"]) ?? values.length;
      if (at > 16_384) continue;
      while (values.length < at) values.push("");
      values[at] = cellOf(cell, reading);
    }
    if (values.some((value) => value.trim() !== "")) yield { line: Number(row.attributes["r"] ?? "0"), values };
  }
}

type Reading = { shared: readonly string[]; dates: readonly boolean[]; from1904: boolean };

export const is1904 = (workbook: Element | undefined) =>
  /^(?:1|true)$/.test(child(workbook, "workbookPr")?.attributes["date1904"] ?? "");

/** The words of a string without its readings in ruby; `_x000D_` stands for a character (18.4.12). */
function wordsOf(string: Element): string {
  const parts = elementsOf(string).flatMap((each) => {
    if (each.name === "t") return [textOf(each)];
    return each.name === "r" ? [textOf(child(each, "t"))] : [];
  });
  return parts
    .join("")
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf(cell: Element, { shared, dates, from1904 }: Reading): string {
  const raw = textOf(child(cell, "v"));
  switch (cell.attributes["t"]) {
    case "s":
      return shared[Number(raw)] ?? "";
    case "inlineStr": {
      const inline = child(cell, "is");
      return inline ? wordsOf(inline) : "";
    }
    case "b":
      return raw === "1" ? "TRUE" : "FALSE";
    case undefined:
    case "n":
      return dates[Number(cell.attributes["s"] ?? "0")] && raw !== "" ? dateOf(Number(raw), from1904) : raw;
    default:
      return raw;
  }
}

/** A day number as a date; with a part of a day it is a time that no zone is known of. */
export function dateOf(serial: number, from1904: boolean): string {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const ms = Math.round((days - 25_569) * 86_400) * 1000;
  if (!Number.isFinite(ms) || Math.abs(ms) > 8e15) return `${serial}`;
  const iso = new Date(ms).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Which styles of cells show dates: built-in formats 14 to 22 and 45 to 47, and those with letters of dates in them. */
export function dateStyles(styles: Element | undefined): boolean[] {
  const own = new Map(
    childrenNamed(child(styles, "numFmts"), "numFmt").map(({ attributes }) => [
      attributes["numFmtId"],
      attributes["formatCode"] ?? "",
    ]),
  );
  return childrenNamed(child(styles, "cellXfs"), "xf").map(({ attributes }) => {
    const id = Number(attributes["numFmtId"]);
    const code = own.get(attributes["numFmtId"])?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
    return code === undefined
      ? (id >= 14 && id <= 22) || (id >= 45 && id <= 47)
      : /[ymdhs]/i.test(code) && !/general/i.test(code);
  });
}
