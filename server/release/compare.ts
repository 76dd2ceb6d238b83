import "server-only";
import { createHash } from "node:crypto";
import { changesBetween, type Followed, type Row, type RowChange, rowOf } from "@/domain/release/delta/changes";
import { recordsIn } from "@/domain/release/delta/header";
import { cellsOf, cutter } from "@/domain/release/delta/records";
import { goneOf, lookThrough, type Records, type Step, stepsTo } from "@/domain/release/delta/steps";
import type { ReleaseFile } from "@/domain/release/release";
import { type Held, textOfFile } from "@/server/data/releases/parts";
import type { Sql } from "@/server/data/transaction";

/** A release's files, by which their parts are found. */
export type Filed = Held & { files: readonly ReleaseFile[] };

/** Half of a SHA-256: no two records of any release share it. */
const digest = (record: string) => createHash("sha256").update(record).digest("base64").slice(0, 22);

/** A file's records, a part of it at a time; others get their turn between. */
export async function* recordsOfFile(db: Sql, filed: Filed, name: string): AsyncGenerator<string[]> {
  const nth = filed.files.findIndex((file) => file.name === name);
  const file = filed.files[nth];
  if (!file) return;
  const cutting = cutter(recordsIn(name) ?? "line");
  for await (const text of textOfFile(db, filed, { nth, bytes: file.bytes })) {
    yield cutting.take(text);
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield cutting.rest();
}

/** UTF-16 units of rows that are compared cell by cell; beyond, a table is told of by its steps alone. */
const most = 200_000_000;

export type Compared = { gone: string[]; came: string[]; tooMany: boolean };

/** The steps from one release's file to another's; `compared` has the records that only one of them has, once the steps were taken. */
export async function* stepsBetween(
  db: Sql,
  { older, newer, name }: { older: Filed; newer: Filed; name: string },
  compared: Compared,
): AsyncGenerator<Step> {
  const read = (of: Filed): Records => recordsOfFile(db, of, name);
  const known = await lookThrough(read(older), digest);
  let held = 0;
  const keep = (list: string[], record: string) => {
    held += record.length;
    if (held > most) compared.tooMany = true;
    else list.push(record);
  };
  for await (const each of stepsTo(read(newer), known, digest)) {
    if ("step" in each) yield each.step;
    else keep(compared.came, each.added);
  }
  for await (const record of goneOf(read(older), known)) keep(compared.gone, record);
}

async function columnsOf(db: Sql, filed: Filed, name: string): Promise<string[]> {
  for await (const [first] of recordsOfFile(db, filed, name)) if (first !== undefined) return cellsOf(first);
  return [];
}

export type Ends = { older: Filed; newer: Filed /** When the older one was made. */; since: string };

/** What became of the rows of a table, from what only one of two releases has. Undefined where that is too much. */
export async function changesOfTable(
  db: Sql,
  { older, newer, since }: Ends,
  followed: Followed,
  compared: Compared,
): Promise<{ changes: RowChange[]; rows: ReadonlyMap<string, string>; header: string } | undefined> {
  if (compared.tooMany) return undefined;
  const name = `${followed.table}.csv`;
  const rowsOf = async (filed: Filed, records: readonly string[]): Promise<[Row, string][]> => {
    const columns = await columnsOf(db, filed, name);
    // The first record names the columns.
    const rows = records.map((record): [Row, string] => [rowOf(columns, record), record]);
    return rows.filter(([row]) => row.get(followed.key) !== followed.key);
  };
  const came = await rowsOf(newer, compared.came);
  const gone = await rowsOf(older, compared.gone);
  const only = (rows: readonly [Row, string][]) => rows.map(([row]) => row);
  return {
    changes: changesBetween(followed, only(gone), only(came), since),
    rows: new Map(came.map(([row, record]) => [row.get(followed.key) ?? "", record])),
    header: (await firstRecord(db, newer, name)) ?? "",
  };
}

async function firstRecord(db: Sql, filed: Filed, name: string): Promise<string | undefined> {
  for await (const [first] of recordsOfFile(db, filed, name)) if (first !== undefined) return first;
  return undefined;
}
