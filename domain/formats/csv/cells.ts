/** A cell before it is written. Blank is not zero and not false: undefined is an empty cell. */
export type Cell = string | number | boolean | undefined;

/** The column that names what was changed in a row; it stands last, and only in the spreadsheet-safe form. */
export const safeColumn = "cells_made_safe";

/** U+FEFF, by which spreadsheets know a file for UTF-8. */
export const byteOrderMark = "\uFEFF";

/** Characters that nobody sees, or that a spreadsheet skips, before the one that counts. */
const skipped = /[\s\p{C}\p{Z}]/u;
/** Where a new cell may begin: spreadsheets split at commas, semicolons, tabs or bars, as the reader's settings have it. */
const borders = /[;\t|\r\n"]/;
const minusSign = "\u2212";

/** Whether a formula may begin with this character, in any of its widths (＝ ﹢ ⁻ …). */
const executes = (character: string) => character === minusSign || /^[=+\-@]/.test(character.normalize("NFKC"));

/**
 * Where a formula may begin, and more: any sign there that is no letter, mark or digit. No letter, mark or digit has a
 * form that is one of the signs, so a text without this is safe as it stands.
 */
const suspect = /(?:^|[;\t|\r\n"])(?:(?![\t\r\n])[\s\p{C}\p{Z}])*(?:[=+\-@]|(?![\p{L}\p{M}\p{N}])[^\0-\x7F])/u;

/**
 * A text with an apostrophe before each character that a spreadsheet would take for the beginning of a formula:
 * at its start, behind blanks and invisible characters, and behind whatever some spreadsheet splits cells at
 * (OWASP, CSV Injection). A leading tab, line feed or carriage return is never left first.
 */
export function safeText(text: string): string {
  const first = /^[\t\r\n]/.test(text);
  if (!first && !suspect.test(text)) return text;
  let safe = first ? "'" : "";
  let begins = true;
  for (const character of text) {
    if (begins && executes(character)) safe += "'";
    begins = borders.test(character) || (begins && skipped.test(character));
    safe += character;
  }
  return safe;
}

/** What a text was before `safeText` changed it: without the apostrophes that stand before beginnings of formulas. */
export function unsafeText(safe: string): string {
  let text = "";
  let begins = true;
  const characters = [...safe];
  for (const [at, character] of characters.entries()) {
    const next = characters[at + 1] ?? "";
    const added = character === "'" && ((begins && executes(next)) || (at === 0 && /[\t\r\n]/.test(next)));
    if (added) continue;
    begins = borders.test(character) || (begins && skipped.test(character));
    text += character;
  }
  return text;
}

/** RFC 4180: quoted when it must be, quotes doubled. Other separators are quoted too, for readers that split at them. */
const quoted = (text: string) =>
  text !== "" && (/[",;|\t\r\n]/.test(text) || /^\s|\s$/.test(text)) ? `"${text.replaceAll('"', '""')}"` : text;

/** One record with CRLF, as RFC 4180 has it. */
export const csvLine = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\r\n`;

/**
 * The cells of a row as text. Unless `raw`, string cells are made safe by `safeText`, and the last cell names
 * the columns so changed. Numbers are never executed and stay.
 */
export const csvRow = (columns: readonly string[], cells: readonly Cell[], raw: boolean): string =>
  rowWriter(columns, raw)(cells);

/** A cell as it is written; `changed`: it was made safe. */
type Written = { cell: string; text: string; changed: boolean };

/** `csvRow` for many rows: what a column says again is not looked through again. */
export function rowWriter(columns: readonly string[], raw: boolean): (cells: readonly Cell[]) => string {
  const last: Written[] = [];
  const written = (cell: string, at: number): Written => {
    const before = last[at];
    if (before?.cell === cell) return before;
    const safe = raw ? cell : safeText(cell);
    const now = { cell, text: quoted(safe), changed: safe !== cell };
    last[at] = now;
    return now;
  };
  return (cells) => {
    const changed: string[] = [];
    let row = "";
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at];
      if (at > 0) row += ",";
      if (typeof cell === "string") {
        const { text, changed: made } = written(cell, at);
        row += text;
        if (made) changed.push(columns[at] ?? "");
      } else if (cell !== undefined) row += String(cell);
    }
    return raw ? `${row}\r\n` : `${row},${quoted(changed.join(" "))}\r\n`;
  };
}
