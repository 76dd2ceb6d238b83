import type { Cell } from "@/domain/formats/csv/cells";
import type { ColumnType } from "@/domain/formats/csv/column";
import { cellOf, columnName, headCell } from "@/domain/formats/xlsx/cells";
import { xmlText } from "@/domain/formats/xml";
import { type ZipPieces, zipPieces } from "@/domain/formats/zip-pieces";

/** Rows that a sheet may have, with its head. */
const mostRows = 1_048_576;

export type SheetColumn = { name: string; type: ColumnType };

/** A workbook as it is written: sheet by sheet, row by row. */
export type Workbook = {
  /** Begins a sheet; one that gets too long goes on in another one with a number. */
  begin(name: string, columns: readonly SheetColumn[]): void;
  add(cells: readonly Cell[]): void;
  /** Name of the sheet and number of the row that `add` wrote last. */
  last(): { sheet: string; row: number };
  end(): void;
  take(): Uint8Array[];
};

type Sheet = {
  name: string;
  part: number;
  columns: readonly SheetColumn[];
  /** What the columns are called: A, B … */
  letters: readonly string[];
  row: number;
};

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** UTF-16 units that are compressed at once. */
const atOnce = 64 * 1024;

/** ECMA-376, as little of it as spreadsheets need: typed cells, a frozen head with filters, no formulas at all. */
export function workbookAt(time: string): Workbook {
  const zip = zipPieces(time);
  const sheets: string[] = [];
  let sheet: Sheet | undefined;
  let waiting = "";
  const write = (text: string) => {
    waiting += text;
    if (waiting.length < atOnce) return;
    zip.write(waiting);
    waiting = "";
  };
  const close = () => {
    if (!sheet) return;
    const lastCell = `${columnName(sheet.columns.length - 1)}${sheet.row}`;
    write(`</sheetData><autoFilter ref="A1:${lastCell}"/></worksheet>`);
    zip.write(waiting);
    waiting = "";
  };
  const open = (name: string, part: number, columns: readonly SheetColumn[]) => {
    close();
    sheet = { name, part, columns, letters: columns.map((_, at) => columnName(at)), row: 1 };
    sheets.push(part === 1 ? name : `${name} ${part}`);
    zip.begin(`xl/worksheets/sheet${sheets.length}.xml`);
    write(headOf(columns));
  };
  return {
    begin: (name, columns) => open(name, 1, columns),
    add(cells) {
      if (sheet && sheet.row >= mostRows) open(sheet.name, sheet.part + 1, sheet.columns);
      if (!sheet) return;
      sheet.row += 1;
      const { row, columns, letters } = sheet;
      let text = `<row r="${row}">`;
      for (const [at, { type }] of columns.entries()) text += cellOf(`${letters[at]}${row}`, type, cells[at]);
      write(`${text}</row>`);
    },
    last: () => ({ sheet: sheets.at(-1) ?? "", row: sheet?.row ?? 0 }),
    end() {
      close();
      writeFrame(zip, sheets);
      zip.end();
    },
    take: zip.take,
  };
}

const widths: Partial<Record<ColumnType, number>> = {
  id: 38,
  text: 28,
  ids: 38,
  time: 20,
  day: 12,
  date: 12,
  JSON: 28,
};

function headOf(columns: readonly SheetColumn[]): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const cols = columns.map(({ type }, at) => {
    const nth = at + 1;
    return `<col min="${nth}" max="${nth}" width="${widths[type] ?? 14}" customWidth="1"/>`;
  });
  const cells = columns.map(({ name }, at) => headCell(`${columnName(at)}1`, name));
  return (
    `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${cols.join("")}</cols><sheetData><row r="1">${cells.join("")}</row>`
  );
}

const numberFormats =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>';
const fonts =
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>';
const fills =
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
const borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>';
const format = (number: number, font: number) =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0"${number > 0 ? ' applyNumberFormat="1"' : ""}${font > 0 ? ' applyFont="1"' : ""}/>`;
const stylesXml =
  `${xml}<styleSheet xmlns="${main}">${numberFormats}${fonts}${fills}${borders}` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="4">${format(0, 0)}${format(0, 1)}${format(164, 0)}${format(165, 0)}</cellXfs></styleSheet>`;

/** What holds the sheets together, written when they are all known. */
function writeFrame(zip: ZipPieces, sheets: readonly string[]): void {
  const numbered = sheets.map((name, nth) => ({ name, nth: nth + 1 }));
  const part = (name: string, text: string) => {
    zip.begin(name);
    zip.write(text);
  };
  part("xl/styles.xml", stylesXml);
  part(
    "xl/workbook.xml",
    `${xml}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${numbered
      .map(({ name, nth }) => `<sheet name="${xmlText(name)}" sheetId="${nth}" r:id="rId${nth}"/>`)
      .join("")}</sheets></workbook>`,
  );
  part(
    "xl/_rels/workbook.xml.rels",
    `${xml}<Relationships xmlns="${packages}/relationships">${numbered
      .map(
        ({ nth }) =>
          `<Relationship Id="rId${nth}" Type="${relationships}/worksheet" Target="worksheets/sheet${nth}.xml"/>`,
      )
      .join("")}<Relationship Id="rId0" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
  );
  part(
    "_rels/.rels",
    `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  part(
    "[Content_Types].xml",
    `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${numbered
      .map(({ nth }) => `<Override PartName="/xl/worksheets/sheet${nth}.xml" ContentType="${types}.worksheet+xml"/>`)
      .join("")}</Types>`,
  );
}
