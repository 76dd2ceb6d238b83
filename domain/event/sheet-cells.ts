import { type SheetEvent, sheetColumns } from "@/domain/event/sheet";
import type { Cell } from "@/domain/formats/csv/cells";

/** Of an event that only a row from before tells of, what follows from claims is as that row said it. */
export function sheetCells(row: SheetEvent): Cell[] {
  const { legacy, claims } = row.event.content;
  const said: Readonly<Record<string, string>> = (claims.length === 0 && legacy?.said) || {};
  return sheetColumns.map(({ name, of }) => said[name] ?? of(row));
}

/** The same by the names of the columns. */
export const sheetRow = (row: SheetEvent): Record<string, Cell> => {
  const cells = sheetCells(row);
  return Object.fromEntries(sheetColumns.map(({ name }, at) => [name, cells[at]]));
};
