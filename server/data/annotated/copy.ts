import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";

export type Cell = string | number | boolean | null;

/** A row in the text form of COPY (PostgreSQL's manual, COPY, "Text Format"). */
export const lineOf = (cells: readonly Cell[]): string => `${cells.map(escaped).join("\t")}\n`;

const escaped = (cell: Cell): string => {
  if (cell === null) return "\\N";
  const text = typeof cell === "string" ? cell : String(cell);
  return special.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (sign) => signs[sign] ?? sign) : text;
};
const special = /[\\\t\n\r]/;
const signs: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A text array as PostgreSQL writes it, for a cell. */
export const arrayOf = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;

/** Rows of one table, written by one COPY. */
export async function copyIn(client: Client, table: string, columns: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const stream = client.query(from(`copy ${table} (${columns}) from stdin`));
  const done = finished(stream);
  // Heard below, when it is waited for.
  done.catch(() => undefined);
  for (let at = 0; at < lines.length; at += 500) {
    if (!stream.write(lines.slice(at, at + 500).join(""))) await Promise.race([once(stream, "drain"), done]);
  }
  stream.end();
  await done;
}
