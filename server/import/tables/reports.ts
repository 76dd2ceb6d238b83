import type { OpId } from "@/domain/ids";
import { Provenance, type PutReport } from "@/domain/report/report";
import { Unreadable } from "../documents/extracted";
import { FoundValues, whenOf } from "../documents/found";
import { type Incoming, type Refused, titleOf } from "../incoming";
import { type ColumnMapping, placesOf, type ReportField, slugIn } from "./columns";
import type { TableRow } from "./csv";

export const rowsAtMost = 20_000;

/** What a form says of all the reports of a table. */
export type OfAll = Partial<PutReport> & { columns: ColumnMapping; opIdOf: (row: number) => OpId | undefined };

/** A row as a report, or why it is none. */
export type FromRow = Incoming | Refused;

/**
 * The reports of a table, a row each; the first record names the columns. Throws `Unreadable` where no column has the
 * texts. The original of each is its row as JSON.
 */
export function* reportsIn(name: string, records: Iterable<TableRow>, said: OfAll): Generator<FromRow> {
  let header: readonly string[] | undefined;
  let places: ReadonlyMap<ReportField, number> = new Map();
  let count = 0;
  for (const { line, values } of records) {
    if (!header) {
      header = values.map((value) => value.trim());
      places = found(header, said.columns);
      continue;
    }
    count += 1;
    if (count > rowsAtMost) {
      yield {
        name: `${name}, line ${line}`,
        line,
        reason: `Only the first ${rowsAtMost} rows of a table are imported. Split it.`,
      };
      return;
    }
    yield fromRow({ name, line, values, header, places, nth: count }, said);
  }
  if (count === 0)
    throw new Unreadable("There are no rows in it: the first one names the columns, the others are reports.");
}

function found(header: readonly string[], columns: ColumnMapping): ReadonlyMap<ReportField, number> {
  const { places, missing } = placesOf(header, columns);
  const names = header
    .slice(0, 20)
    .map((column) => `“${column}”`)
    .join(", ");
  if (missing.length > 0)
    throw new Unreadable(`There is no column “${missing.join("”, “")}”. The columns are ${names}.`);
  if (!places.has("text"))
    throw new Unreadable(`No column is known to hold the texts. Say which of these does: ${names}.`);
  return places;
}

type Row = TableRow & {
  name: string;
  header: readonly string[];
  places: ReadonlyMap<ReportField, number>;
  nth: number;
};

function fromRow({ name, line, values, header, places, nth }: Row, { columns: _, opIdOf, ...said }: OfAll): FromRow {
  const named = `${name}, line ${line}`;
  const cellOf = (field: ReportField) => values[places.get(field) ?? -1]?.trim() || undefined;
  const text = cellOf("text");
  if (!text) return { name: named, line, reason: "There is no text in this row." };
  const own = new FoundValues();
  for (const field of ["title", "author", "outlet", "published", "url", "language"] as const) {
    const value = cellOf(field);
    own.add(field, field === "published" ? whenOf(value) : value, `column ${header[places.get(field) ?? -1]}`);
  }
  const provenance = Object.fromEntries(own.all().map(({ field, value }) => [field, value]));
  const original = Object.fromEntries(header.map((column, at) => [column || `${at + 1}`, values[at] ?? ""]));
  const opId = opIdOf(nth);
  const fields = Object.fromEntries(
    [...places.keys()].flatMap((field) => {
      const [slug, value] = [slugIn(field), cellOf(field)];
      return slug === undefined || value === undefined ? [] : [[slug, value]];
    }),
  );
  const put: PutReport = {
    ...Provenance.partial().parse(provenance),
    ...said,
    ...(opId && { opId }),
    ...(Object.keys(fields).length > 0 && { fields }),
    title: said.title ?? own.all().find(({ field }) => field === "title")?.value ?? titleOf(text, named),
    text,
    mediaType: "text/plain",
  };
  const bytes = new TextEncoder().encode(JSON.stringify(original));
  const kept = { bytes, encoding: "utf-8", fileName: `${named}.json`, mediaType: "application/json" };
  return { name: named, put, ...kept, cells: true };
}
