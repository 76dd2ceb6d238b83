import { legacyColumns } from "@/domain/event/legacy-values";
import { sheetColumns } from "@/domain/event/sheet";
import { type FileCell, readCell } from "@/domain/event/sheet-back/cell";
import { groups, readingOf } from "@/domain/event/sheet-back/columns";
import type { DayOrder } from "@/domain/event/sheet-back/day";
import { type Cell, safeText } from "@/domain/formats/csv/cells";

/** The cells of a row by the column of the sheet that they are taken for. */
export type FileRow = Readonly<Record<string, FileCell>>;
export type Cells = Readonly<Record<string, Cell>>;
export type Values = Readonly<Record<string, string | number | null>>;

/** What a row says otherwise than the event: the columns that differ, as they are and as the sheet has them. */
export type SheetChange = { field: string; was: Values; becomes: Values };

/** What came of comparing: changes to look at, columns that follow from claims and are not taken, and what is wrong. */
export type Compared = { changes: SheetChange[]; locked: string[]; troubles: string[] };

const normal = (text: string) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").trim();

/** Whether a cell still says what the event does: as it left, made safe for spreadsheets, or as a spreadsheet shows it. */
export function isAsItWas(column: string, now: Cell, { text }: FileCell): boolean {
  const said = normal(text);
  if (now === undefined) return said === "";
  if (typeof now === "number") {
    const read = readCell(column, { text });
    const value = "value" in read && typeof read.value === "number" ? read.value : Number(said);
    return said !== "" && Math.abs(value - now) < 1e-9;
  }
  if (typeof now === "boolean") return said.toLowerCase() === String(now);
  const own = String(now);
  return said === normal(own) || said === normal(safeText(own)) || isCut(said, own);
}

/** Lists of ids may be longer than a spreadsheet's cell. */
const isCut = (said: string, own: string) => said.length >= 32_000 && normal(own).startsWith(said);

const legacyOnly: readonly string[] = legacyColumns;

/**
 * Compares a row with the event as it is. Blank cells never erase. Columns that follow from claims are not taken, except
 * for an event of a row from before, which has nothing else that says them.
 */
export function compareRow(
  now: Cells,
  row: FileRow,
  { legacy, order }: { legacy: boolean; order?: DayOrder | undefined },
): Compared {
  const compared: Compared = { changes: [], locked: [], troubles: [] };
  const known = legacy ? [...groups, ...legacyOnly.map((name) => ({ field: name, columns: [name] }))] : groups;
  for (const { field, columns } of known) {
    const [was, becomes]: Record<string, string | number | null>[] = [{}, {}];
    for (const column of columns) {
      const cell = row[column];
      if (!cell || (normal(cell.text) === "" && !cell.formula)) continue;
      if (!cell.formula && isAsItWas(column, now[column], cell)) continue;
      const read = differs(column, now[column], cell, order);
      if (!read) continue;
      if ("trouble" in read) compared.troubles.push(read.trouble);
      else if (was && becomes) [was[column], becomes[column]] = [cellValue(now[column]), read.value];
    }
    if (was && becomes && Object.keys(becomes).length > 0) compared.changes.push({ field, was, becomes });
  }
  const editable = new Set([...known.flatMap(({ columns }) => columns), "day_of_event"]);
  compared.locked = sheetColumns.flatMap(({ name, type }) => {
    const cell = row[name];
    const touched = cell && !editable.has(name) && type !== "true or false" && normal(cell.text) !== "";
    return touched && !isAsItWas(name, now[name], cell) ? name : [];
  });
  return compared;
}

/** A cell as it is kept beside what a sheet says. */
export const cellValue = (cell: Cell): string | number | null =>
  cell === undefined ? null : typeof cell === "boolean" ? String(cell) : cell;

/** The value that a cell has now; undefined where it says the same in other signs. */
function differs(
  column: string,
  now: Cell,
  cell: FileCell,
  order: DayOrder | undefined,
): { value: string | number } | { trouble: string } | undefined {
  const read = readCell(column, cell, order);
  if ("trouble" in read) return read;
  if ("either" in read) {
    if (read.either.includes(String(now))) return undefined;
    const [one, other] = read.either;
    return {
      trouble: `${column}: “${cell.text.trim()}” may be ${one} or ${other}. Write it as ${one}, or say which comes first.`,
    };
  }
  // A date may have been turned by a spreadsheet with an order that the other dates do not have.
  if (readingOf(column)?.as === "day" && readCellBothWays(column, cell).includes(String(now))) return undefined;
  return read.value === undefined || read.value === now ? undefined : { value: read.value };
}

const readCellBothWays = (column: string, cell: FileCell): readonly string[] => {
  const read = readCell(column, cell);
  return "either" in read ? read.either : [];
};
