import { SaxesParser } from "saxes";
import { partsOf, textOfPart } from "@/domain/formats/xlsx/unpack";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";

/** A cell as it is read: days and times as ISO 8601, without offset. */
type SheetCell = string | number | boolean | undefined;
export type SheetRow = { sheet: string; row: number; cells: SheetCell[] };

/** Columns beyond it are no spreadsheet’s. */
const mostColumns = 16_384;

/** The rows of every sheet of a workbook, in order. Memory holds its shared texts. Throws `BrokenFile`. */
export async function* rowsOfXlsx(file: SentFile): AsyncGenerator<SheetRow> {
  const parts = await partsOf(file);
  const shared = sharedTexts(parts.get("xl/sharedStrings.xml") ?? "", file);
  const dates = dateStyles(parts.get("xl/styles.xml") ?? "", file);
  const { sheets, from1904 } = sheetsOf(parts, file);
  if (sheets.length === 0) throw new BrokenFile("not-this-format", { file: file.name });
  for (const { name, part } of sheets) {
    const rows: SheetRow[] = [];
    const parser = sheetParser({ name, file: file.name, shared, dates, from1904 }, (row) => void rows.push(row));
    for await (const text of textOfPart(file, part)) {
      parser.write(text);
      yield* rows.splice(0);
    }
    parser.close();
    yield* rows.splice(0);
  }
}

type Attributes = Readonly<Record<string, string>>;
type Handlers = {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Names without their prefix. A document type, which spreadsheets never have and which could name entities, is refused. */
function parserOf({ open, text, close }: Handlers, file: string) {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  const broken = () => new BrokenFile("not-this-format", { file });
  parser.on("doctype", () => {
    throw broken();
  });
  parser.on("error", () => {
    throw broken();
  });
  parser.on("opentag", ({ name, attributes }) => open?.(local(name), attributes));
  parser.on("text", (said) => text?.(said));
  parser.on("closetag", ({ name }) => close?.(local(name)));
  return parser;
}

function parse(xml: string, handlers: Handlers, { name }: SentFile): void {
  if (xml !== "") parserOf(handlers, name).write(xml).close();
}

function sharedTexts(xml: string, file: SentFile): string[] {
  const texts: string[] = [];
  let [now, inText, phonetic] = ["", false, false];
  const handlers: Handlers = {
    open(name) {
      if (name === "si") now = "";
      if (name === "rPh") phonetic = true;
      inText = name === "t" && !phonetic;
    },
    text(said) {
      if (inText) now += said;
    },
    close(name) {
      inText = false;
      if (name === "rPh") phonetic = false;
      if (name === "si") texts.push(unescaped(now));
    },
  };
  parse(xml, handlers, file);
  return texts;
}

const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Formats that come with spreadsheets and show days or times. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const showsDate = (code: string) => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

/** By the style’s place: whether its numbers are days or times. */
function dateStyles(xml: string, file: SentFile): boolean[] {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  const handlers: Handlers = {
    open(name, attributes) {
      const id = Number(attributes["numFmtId"]);
      if (name === "numFmt") own.set(id, showsDate(attributes["formatCode"] ?? ""));
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) styles.push(own.get(id) ?? isBuiltInDate(id));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  };
  parse(xml, handlers, file);
  return styles;
}

function sheetsOf(parts: ReadonlyMap<string, string>, file: SentFile) {
  const targets = new Map<string, string>();
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  const relationship: Handlers = {
    open(name, { Id: id, Target: target }) {
      if (name === "Relationship" && id && target)
        targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
  };
  parse(parts.get("xl/_rels/workbook.xml.rels") ?? "", relationship, file);
  const workbook: Handlers = {
    open(tag, attributes) {
      if (tag === "workbookPr") from1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
      const part = targets.get(attributes["r:id"] ?? attributes["id"] ?? "");
      if (tag === "sheet" && part) sheets.push({ name: attributes["name"] ?? "", part });
    },
  };
  parse(parts.get("xl/workbook.xml") ?? "", workbook, file);
  return { sheets, from1904 };
}

type About = { name: string; file: string; shared: readonly string[]; dates: readonly boolean[]; from1904: boolean };

function sheetParser({ name: sheet, file, shared, dates, from1904 }: About, found: (row: SheetRow) => void) {
  let row = 0;
  let cells: SheetCell[] = [];
  let cell = { at: 0, type: "n", date: false };
  let [said, inValue, phonetic] = ["", false, false];
  const valueOfCell = (): SheetCell => {
    if (cell.type === "s") return shared[Number(said)];
    if (cell.type === "b") return said === "1";
    if (cell.type === "inlineStr" || cell.type === "str") return unescaped(said);
    if (cell.type === "e" || cell.type === "d" || said === "") return said === "" ? undefined : said;
    const number = Number(said);
    if (!Number.isFinite(number)) return said;
    return cell.date ? isoOf(number, from1904) : number;
  };
  return parserOf(
    {
      open(tag, attributes) {
        if (tag === "row") {
          row = Number(attributes["r"]) || row + 1;
          cells = [];
        } else if (tag === "c") {
          const at = columnAt(attributes["r"] ?? "") ?? cells.length;
          if (at >= mostColumns) throw new BrokenFile("not-this-format", { file });
          cell = { at, type: attributes["t"] ?? "n", date: dates[Number(attributes["s"] ?? 0)] === true };
          said = "";
        } else if (tag === "rPh") phonetic = true;
        inValue = tag === "v" || (tag === "t" && !phonetic);
      },
      text(text) {
        if (inValue) said += text;
      },
      close(tag) {
        inValue = false;
        if (tag === "rPh") phonetic = false;
        if (tag === "c") {
          while (cells.length < cell.at) cells.push(undefined);
          cells[cell.at] = valueOfCell();
        }
        if (tag === "row") found({ sheet, row, cells });
      },
    },
    file,
  );
}

/** The column of a cell’s name such as AB12, from 0. */
function columnAt(name: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(name)?.[1];
  if (!letters) return undefined;
  let at = 0;
  for (const letter of letters) at = at * 26 + letter.charCodeAt(0) - 64;
  return at - 1;
}

const day = 24 * 60 * 60 * 1000;

/** A serial number as ISO 8601: a day, or a time where there is one. Before 1 March 1900 the 29 February that never was is left out. */
function isoOf(serial: number, from1904: boolean): string | number {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const at = Date.UTC(1899, 11, 30) + Math.round(days * day);
  if (!(Math.abs(at) < 8.64e15) || serial < 0) return serial;
  const [date = "", time = ""] = new Date(at).toISOString().split("T");
  return at % day === 0 ? date : `${date}T${time.replace(/(\.000)?Z$/, "")}`;
}
