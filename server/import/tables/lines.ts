import { Unreadable } from "../documents/extracted";
import type { TableRow } from "./csv";

/**
 * The records of a file with an object of JSON a line: the names that any line has, in the order in which they come,
 * are the header. Values that are no text are written as JSON.
 */
export function* jsonRecords(text: string): Generator<TableRow> {
  const lines = text.split(/\r\n|\r|\n/);
  const objects: { line: number; object: { [name: string]: unknown } }[] = [];
  const names = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const object = objectIn(line, at + 1);
    objects.push({ line: at + 1, object });
    for (const name of Object.keys(object)) if (names.size < 1000) names.add(name);
  }
  yield { line: 0, values: [...names] };
  for (const { line, object } of objects) yield { line, values: [...names].map((name) => written(object[name])) };
}

function objectIn(line: string, number: number): { [name: string]: unknown } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    throw new Unreadable(`Line ${number} is not JSON. Every line has to be one object.`);
  }
  throw new Unreadable(`Line ${number} is not an object of JSON. Every line has to be one.`);
}

const written = (value: unknown): string => {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : JSON.stringify(value);
};
