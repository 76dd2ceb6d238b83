import type { Cell } from "@/domain/formats/csv/cells";
import type { ColumnType } from "@/domain/formats/csv/column";
import { xmlText } from "@/domain/formats/xml";

/** UTF-16 units that a cell of a spreadsheet may hold. */
export const longestCell = 32_767;

/** Styles of `styles.xml`, by their place there. */
export const styles = { plain: 0, head: 1, day: 2, time: 3 } as const;

/** Milliseconds of a day. */
const day = 24 * 60 * 60 * 1000;
/** Day 0 of spreadsheets. From 1 March 1900 on all programs agree; before, some count a 29 February that never was. */
const dayZero = Date.UTC(1899, 11, 30);
const firstSure = 61;

/** ECMA-376, 22.9.2.19: `_xHHHH_` is a character that XML cannot hold, so that the same letters in a text are escaped too. */
const escaped = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
const plain = /^[ -!#-%'-;=?-^`-\ud7ff\ue000-\ufffd]*$/;
const cellText = (text: string): string =>
  plain.test(text)
    ? text
    : xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replaceAll("\r", "_x000D_"), escaped);

const textCell = (at: string, text: string, style: number = styles.plain) =>
  `<c r="${at}"${style === styles.plain ? "" : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;

const numberCell = (at: string, value: number, style: number = styles.plain) =>
  `<c r="${at}"${style === styles.plain ? "" : ` s="${style}"`}><v>${value}</v></c>`;

/** One cell as XML; blank where nothing is said. The text is no longer than a cell may be. */
export function cellOf(at: string, type: ColumnType, cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return numberCell(at, cell);
  if (type === "day" || (type === "date" && isDay(cell))) return dated(at, cell, styles.day);
  return type === "time" ? dated(at, cell, styles.time) : textCell(at, cell);
}

export const headCell = (at: string, text: string) => textCell(at, text, styles.head);

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

function dated(at: string, text: string, style: number): string {
  const serial = (Date.parse(text) - dayZero) / day;
  return Number.isFinite(serial) && serial >= firstSure ? numberCell(at, serial, style) : textCell(at, text);
}

const letters = 26;

/** The name of a column: A, B … Z, AA. `nth` counts from 0. */
export function columnName(nth: number): string {
  const last = String.fromCharCode(65 + (nth % letters));
  return nth < letters ? last : columnName(Math.floor(nth / letters) - 1) + last;
}
