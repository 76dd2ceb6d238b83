import "server-only";
import { safeColumn } from "@/domain/formats/csv/cells";
import { followed, type RowChange } from "@/domain/release/delta/changes";
import {
  type DeltaFile,
  type DeltaHeader,
  deltaName,
  filesBetween,
  stepsName,
  wholeName,
} from "@/domain/release/delta/header";
import { cellsOf } from "@/domain/release/delta/records";
import { jsonFile, withdrawnName } from "@/domain/release/manifest";
import { byCodeUnit } from "@/domain/release/order";
import type { Release } from "@/domain/release/release";
import { bytesOfFile } from "@/server/data/releases/parts";
import type { Sql } from "@/server/data/transaction";
import type { ZipEntry } from "@/server/export/zip";
import {
  type Compared,
  changesOfTable,
  type Ends,
  type Filed,
  recordsOfFile,
  stepsBetween,
} from "@/server/release/compare";
import { textChunks } from "@/server/release/keep-file";
import { tableText } from "@/server/release/tables";

export type Between = {
  older: Filed & { release: Release };
  newer: Filed & { release: Release };
  project: DeltaHeader["project"];
};

const endOf = ({ number, title, digest }: Release) => ({ number, title, digest });

/** What leads from one release to another, and how each file of the newer one is made. */
export const deltaHeader = ({ older, newer, project }: Between): DeltaHeader => ({
  format: "glossator-delta",
  formatVersion: 1,
  project,
  from: endOf(older.release),
  to: endOf(newer.release),
  files: filesBetween(older.files, newer.files),
});

type Told = { table: string; changes: RowChange[]; rows: ReadonlyMap<string, string>; header: string };

/** The files of a delta: how to make the newer release of the older one, and what changed in words and rows. */
export async function* deltaEntries(db: Sql, between: Between): AsyncGenerator<ZipEntry> {
  const header = deltaHeader(between);
  yield { name: deltaName, chunks: textChunks([jsonFile(header)]) };
  const compared = new Map<string, Compared>();
  for (const file of header.files) {
    const entry = entryOf(db, between, { file, compared });
    if (entry) yield entry;
  }
  yield* toldEntries(db, between, compared);
}

function entryOf(
  db: Sql,
  { older, newer }: Between,
  { file: { name, is, bytes }, compared }: { file: DeltaFile; compared: Map<string, Compared> },
): ZipEntry | undefined {
  if (is === "same") return undefined;
  const nth = newer.files.findIndex((file) => file.name === name);
  if (is === "whole") return { name: wholeName(name), chunks: bytesOfFile(db, newer, { nth, start: 0, end: bytes }) };
  const found: Compared = { gone: [], came: [], tooMany: !isFollowed(name) };
  compared.set(name, found);
  async function* lines() {
    for await (const step of stepsBetween(db, { older, newer, name }, found)) yield `${JSON.stringify(step)}\n`;
  }
  return { name: stepsName(name), chunks: textChunks(lines()) };
}

const isFollowed = (name: string) => followed.some(({ table }) => name === `${table}.csv`);

const columnsOfChanges = ["table", "id", "change", "fields", "why", "words", "changed_at", "successor"].map((name) => ({
  name,
}));
const columnsOfDeleted = ["table", "id", "deleted_at", "why", "words", "successor"].map((name) => ({ name }));

async function* toldEntries(db: Sql, between: Between, compared: ReadonlyMap<string, Compared>) {
  const { told, untold } = await toldTables(db, between, compared);
  const why = await whyOf(db, between.newer);
  const { at } = between.newer.release;
  const all = told.flatMap(({ table, changes }) => changes.map((change) => ({ table, ...change })));
  const goneRows = all.filter(({ change }) => change === "withdrawn");
  const reasonOf = ({ table, id }: { table: string; id: string }) => why.get(`${table} ${id}`) ?? noReason;
  yield {
    name: "changes.csv",
    chunks: textChunks(
      tableText(
        columnsOfChanges,
        all.map((row) => {
          const {
            why: reason,
            words,
            successor,
          } = row.change === "withdrawn" ? reasonOf(row) : { ...row, successor: "" };
          const whys = typeof reason === "string" ? reason : reason.join("; ");
          const fields = row.fields.join("; ") || undefined;
          return [
            row.table,
            row.id,
            row.change,
            fields,
            whys,
            words || undefined,
            row.at || at,
            successor || undefined,
          ];
        }),
      ),
    ),
  };
  for (const each of told) {
    const text = changedRows(each, at);
    if (text) yield { name: `changed/${each.table}.csv`, chunks: textChunks(text) };
  }
  yield {
    name: "deleted.csv",
    chunks: textChunks(
      tableText(
        columnsOfDeleted,
        goneRows.map((row) => {
          const { why: reason, words, successor } = reasonOf(row);
          return [row.table, row.id, at, reason, words || undefined, successor || undefined];
        }),
      ),
    ),
  };
  yield { name: "README.md", chunks: textChunks([pageOf(between, untold)]) };
}

async function toldTables(db: Sql, { older, newer }: Between, compared: ReadonlyMap<string, Compared>) {
  const ends: Ends = { older, newer, since: older.release.at };
  const told: Told[] = [];
  const untold: string[] = [];
  for (const each of followed) {
    const found = compared.get(`${each.table}.csv`) ?? (await onOneSide(db, ends, `${each.table}.csv`));
    const changes = await changesOfTable(db, ends, each, found);
    if (changes) told.push({ table: each.table, ...changes });
    else untold.push(each.table);
  }
  return { told, untold };
}

/** A table that only one of the two releases has: all its rows came or went. */
async function onOneSide(db: Sql, { older, newer }: Ends, name: string): Promise<Compared> {
  const has = ({ files }: Filed) => files.some((file) => file.name === name);
  const compared: Compared = { gone: [], came: [], tooMany: false };
  if (has(older) === has(newer)) return compared;
  for await (const _ of stepsBetween(db, { older, newer, name }, compared));
  return compared;
}

/** The newer rows with what happened to them and when, the latest last, as users of conflict data fetch them. */
function changedRows({ changes, rows, header }: Told, at: string): string[] | undefined {
  const shown = changes.flatMap(({ id, change, at: own }) => {
    const record = rows.get(id);
    return record === undefined ? [] : [{ id, change, at: own || at, record }];
  });
  if (shown.length === 0) return undefined;
  shown.sort((one, other) => byCodeUnit(one.at, other.at) || byCodeUnit(one.id, other.id));
  const mark = header.startsWith("\uFEFF") ? "\uFEFF" : "";
  return [
    `${mark}change,changed_at,${header.slice(mark.length)}`,
    ...shown.map(({ change, at: time, record }) => `${change},${time},${record}`),
  ];
}

type Reason = { why: string; words: string; successor: string };
const noReason: Reason = { why: "not asked for", words: "", successor: "" };

/** Why things are in the newer release no more, as it says itself. */
async function whyOf(db: Sql, newer: Filed): Promise<ReadonlyMap<string, Reason>> {
  const found = new Map<string, Reason>();
  for await (const records of recordsOfFile(db, newer, withdrawnName)) {
    for (const record of records) {
      const [table = "", id = "", , why = "", words = "", successor = ""] = cellsOf(record);
      found.set(`${table} ${id}`, { why, words, successor });
    }
  }
  return found;
}

const pageOf = ({ older, newer }: Between, untold: readonly string[]) =>
  [
    `# From release ${older.release.number} to release ${newer.release.number}`,
    "",
    `Release ${older.release.number}: \`${older.release.digest}\``,
    `Release ${newer.release.number}: \`${newer.release.digest}\``,
    "",
    "- `npm run -s glossator -- release apply RELEASE DELTA --into FOLDER` makes the newer release of the older one, byte for byte, without a server.",
    "- `changes.csv`: every row that was added, changed or withdrawn, with the fields that changed and why.",
    "- `changed/`: the newer rows of each table by the time of their change. `deleted.csv`: the ids that are there no more.",
    `- Where a spreadsheet would run a text as a formula, an apostrophe stands before it and \`${safeColumn}\` names the column.`,
    ...(untold.length > 0
      ? [`- Too much changed in ${untold.join(", ")} to list it row by row; the steps carry it all the same.`]
      : []),
    "",
  ].join("\n");
