import { readText } from "../documents/decoded";
import { Unreadable } from "../documents/extracted";
import { Warnings } from "../documents/warnings";
import { recordsOf } from "./csv";
import { jsonRecords } from "./lines";
import { type FromRow, type OfAll, reportsIn } from "./reports";
import { rowsOf } from "./xlsx";

export const isTable = (name: string): boolean => /\.(?:csv|tsv|jsonl|ndjson|xlsx)$/i.test(name);

/** The reports of a table, a row each. What is wrong with the whole table is answered as one refusal. */
export function* reportsOfTable(
  name: string,
  bytes: Uint8Array,
  { encoding, ...said }: OfAll & { encoding: string | undefined },
): Generator<FromRow> {
  try {
    yield* reportsIn(name, recordsIn(name, bytes, encoding), said);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield { name, reason: error.message };
  }
}

function recordsIn(name: string, bytes: Uint8Array, encoding: string | undefined) {
  if (/\.xlsx$/i.test(name)) {
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
      throw new Unreadable("The workbook is encrypted, old or something else. Save it as .xlsx without a password.");
    }
    return rowsOf(bytes);
  }
  const { text } = readText(bytes, encoding, new Warnings());
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return jsonRecords(text);
  return /\.tsv$/i.test(name) ? recordsOf(text, "\t") : recordsOf(text);
}
