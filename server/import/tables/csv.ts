import { Unreadable } from "../documents/extracted";

/** A record of a table and the line that it begins in, counted from 1. */
export interface TableRow {
  readonly line: number;
  readonly values: readonly string[];
}

const DELIMITERS = [",", ";", "\t", "|"];

/** Characters of one value at most: more are a quotation mark that nothing closes, or no table. */
const LONGEST = 4_000_000;

/** The sign that parts a table's values: of the usual ones, the one that its first line outside of quotes has most. */
export function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, 20_000)
      .replace(/"(?:[^"]|"")*"/g, "")
      .split(/\r\n|\r|\n/)
      .find((line) => line.trim() !== "") ?? "";
  const [best = ","] = DELIMITERS.toSorted((a, b) => first.split(b).length - first.split(a).length);
  return best;
}

/** The records of a table with separated values (RFC 4180, any line ends). Empty lines are none. */
export function* recordsOf(text: string, delimiter = delimiterOf(text)): Generator<TableRow> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begun = line;
    const values: string[] = [];
    for (;;) {
      const value = text[at] === '"' ? quoted(text, at, line) : plain(text, at, delimiter);
      values.push(value.text);
      at = value.next;
      line += value.lines;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    line += 1;
    if (values.length > 1 || values[0]?.trim()) yield { line: begun, values };
  }
}

type Value = { text: string; next: number; lines: number };

function plain(text: string, from: number, delimiter: string): Value {
  let next = from;
  while (next < text.length && text[next] !== delimiter && text[next] !== "\n" && text[next] !== "\r") next += 1;
  return { text: text.slice(from, next), next, lines: 0 };
}

function quoted(text: string, from: number, line: number): Value {
  let value = "";
  for (let at = from + 1; ; ) {
    const end = text.indexOf('"', at);
    if (end < 0 || end - from > LONGEST) {
      throw new Unreadable(`Line ${line}: a quotation mark is opened and never closed. Correct it and import again.`);
    }
    value += text.slice(at, end);
    if (text[end + 1] !== '"') {
      const rest = plainRest(text, end + 1);
      return { text: value + rest, next: end + 1 + rest.length, lines: value.split(/\r\n|\r|\n/).length - 1 };
    }
    value += '"';
    at = end + 2;
  }
}

/** What stands between a closing quotation mark and the next border: some programs leave blanks there. */
const plainRest = (text: string, at: number) =>
  /^[ \t]*(?=[,;|\t\r\n]|$)/.exec(text.slice(at, at + 50))?.[0].replace(/\t/g, "") ?? "";
