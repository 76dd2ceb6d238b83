/** A cell before it is written. Blank is not zero and not false: undefined is an empty cell. */
export type Cell = string | number | boolean | undefined;

/** First characters that a spreadsheet takes for a formula (OWASP, CSV Injection). */
const executable = /^[=+\-@\t\r]/;

/** RFC 4180: quoted when it must be, quotes doubled. */
const quoted = (text: string) =>
  /[",\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One record with CRLF, as RFC 4180 has it. */
export const csvLine = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\r\n`;

/**
 * The cells of a row as text. Unless `raw`, a string cell that a spreadsheet would execute gets a leading
 * apostrophe, and the last cell names the columns so changed. Numbers are never executed and stay.
 */
export function csvRow(columns: readonly string[], cells: readonly Cell[], raw: boolean): string {
  const altered: string[] = [];
  const texts = cells.map((cell, at) => {
    if (cell === undefined) return "";
    if (typeof cell !== "string") return String(cell);
    if (raw || !executable.test(cell)) return cell;
    altered.push(columns[at] ?? "");
    return `'${cell}`;
  });
  return csvLine(raw ? texts : [...texts, altered.join(" ")]);
}
