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
    const { records, guessed } = recordsIn(name, bytes, encoding);
    for (const each of reportsIn(name, records, said)) yield guessed && "put" in each ? { ...each, ...guessed } : each;
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
    return { records: rowsOf(bytes) };
  }
  const warnings = new Warnings();
  const { text, encoding: label } = readText(bytes, encoding, warnings);
  const guessed = warnings.has("encoding-guessed") ? guess(label) : undefined;
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return { records: jsonRecords(text), guessed };
  return { records: /\.tsv$/i.test(name) ? recordsOf(text, "\t") : recordsOf(text), guessed };
}

/** An encoding that nobody named is told with every report of the table. */
const guess = (label: string) => ({ reading: { label, certain: false, alternatives: [], basis: "guess" as const } });
