import { SaxesParser } from "saxes";
import type { FileCell } from "@/domain/event/sheet-back/cell";
import { bytesSource } from "../annotated/source";
import { entriesOf, type ZipEntry } from "../annotated/zip";
import { Unreadable } from "../documents/extracted";
import { child, childrenNamed, elementsOf, readXml } from "../documents/xml";
import { dateOf, dateStyles, is1904 } from "../tables/xlsx";

/** `longer`: a row of separated values that has more of them than there are columns, so that some may have moved. */
export type SheetRow = { row: number; cells: FileCell[]; longer?: true };
type Entries = ReadonlyMap<string, ZipEntry>;

/** The rows of a workbook's sheet "events", else of its first one, as they are unpacked: a large sheet never stands in memory whole. */
export async function* xlsxRows(name: string, bytes: Buffer): AsyncGenerator<SheetRow> {
  if (bytes.readUInt16LE(0) !== 0x4b50)
    throw new Unreadable("The workbook is encrypted, old or something else. Save it as .xlsx without a password.");
  const entries: Entries = new Map((await entriesOf(bytesSource(name, bytes))).map((entry) => [entry.name, entry]));
  const workbook = await part(entries, "xl/workbook.xml");
  const styles = dateStyles(await part(entries, "xl/styles.xml"));
  const sheet = entries.get(await pathOf(entries, workbook));
  if (!sheet) throw new Unreadable("This isn’t a workbook: the archive has no sheet in it.");
  const shared = await sharedStrings(entries.get("xl/sharedStrings.xml"));
  yield* rowsIn(sheet, { shared, dates: styles, from1904: is1904(workbook) });
}

async function part(entries: Entries, path: string) {
  const entry = entries.get(path);
  if (!entry) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of entry.open()) pieces.push(piece);
  return elementsOf(readXml(Buffer.concat(pieces), path))[0];
}

async function pathOf(entries: Entries, workbook: Awaited<ReturnType<typeof part>>): Promise<string> {
  const sheets = childrenNamed(child(workbook, "sheets"), "sheet");
  const chosen = sheets.find(({ attributes }) => attributes["name"]?.toLowerCase() === "events") ?? sheets[0];
  const relations = childrenNamed(await part(entries, "xl/_rels/workbook.xml.rels"), "Relationship");
  const target = relations.find(({ attributes }) => attributes["Id"] === chosen?.attributes["r:id"])?.attributes[
    "Target"
  ];
  const path = target ?? "worksheets/sheet1.xml";
  return path.startsWith("/") ? path.slice(1) : `xl/${path}`;
}

type Handlers = {
  open(name: string, attributes: Record<string, string>): void;
  text(said: string): void;
  close(name: string): void;
};

/** Reads a part as it is unpacked; control goes back after each piece. */
async function* readIn(entry: ZipEntry, { open, text, close }: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("doctype", () => {
    throw new Unreadable(`${entry.name} has a document type, which is not read.`);
  });
  parser.on("error", () => {
    throw new Unreadable(`${entry.name} is damaged. Save the workbook again.`);
  });
  parser.on("opentag", ({ name, attributes }) => open(local(name), attributes));
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", ({ name }) => close(local(name)));
  const decoder = new TextDecoder();
  for await (const piece of entry.open()) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.close();
}

/** `_x000D_` stands for a character (ECMA-376, 22.9.2.19). */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

async function sharedStrings(entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!entry) return strings;
  let [inText, ruby] = [false, false];
  const handlers: Handlers = {
    open(name) {
      if (name === "si") strings.push("");
      if (name === "rPh") ruby = true;
      inText = name === "t" && !ruby;
    },
    text(said) {
      if (inText) strings[strings.length - 1] += said;
    },
    close(name) {
      if (name === "rPh") ruby = false;
      inText = false;
    },
  };
  for await (const _ of readIn(entry, handlers));
  return strings.map(unescaped);
}

type Reading = { shared: readonly string[]; dates: readonly boolean[]; from1904: boolean };

/** So many columns are read. */
const mostColumns = 2000;

async function* rowsIn(entry: ZipEntry, reading: Reading): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  let row: SheetRow = { row: 0, cells: [] };
  let cell = { at: 0, type: "", style: "", value: "", formula: false };
  let inValue = false;
  const handlers: Handlers = {
    open(name, attributes) {
      if (name === "row") row = { row: Number(attributes["r"] ?? row.row + 1), cells: [] };
      else if (name === "c") {
        const at = columnOf(attributes["r"]) ?? row.cells.length;
        cell = { at, type: attributes["t"] ?? "n", style: attributes["s"] ?? "0", value: "", formula: false };
      } else if (name === "f") cell.formula = true;
      inValue = name === "v" || name === "t";
    },
    text(said) {
      if (inValue) cell.value += said;
    },
    close(name) {
      inValue = false;
      if (name === "c" && cell.at < mostColumns) {
        while (row.cells.length < cell.at) row.cells.push({ text: "" });
        row.cells[cell.at] = { text: textOf(cell, reading), ...(cell.formula && { formula: true as const }) };
      }
      if (name === "row" && row.cells.some(({ text }) => text.trim() !== "")) ready.push(row);
    },
  };
  for await (const _ of readIn(entry, handlers)) yield* ready.splice(0);
  yield* ready;
}

function textOf(
  { type, style, value }: { type: string; style: string; value: string },
  { shared, dates, from1904 }: Reading,
): string {
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "n") return dates[Number(style)] && value !== "" ? dateOf(Number(value), from1904) : value;
  return type === "d" ? value : unescaped(value);
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
