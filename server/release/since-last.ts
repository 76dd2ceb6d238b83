import "server-only";
import { ReleaseId } from "@/domain/ids";
import { followed } from "@/domain/release/delta/changes";
import { cellsOf } from "@/domain/release/delta/records";
import { type ChangedSince, withdrawnName } from "@/domain/release/manifest";
import type { Asked } from "@/server/data/export/leaving";
import { filesOfRelease, lastRelease } from "@/server/data/releases/releases";
import { whyGone } from "@/server/data/releases/why-gone";
import type { Sql } from "@/server/data/transaction";
import { type Compared, changesOfTable, type Filed, recordsOfFile, stepsBetween } from "@/server/release/compare";
import type { WithdrawnRow } from "@/server/release/tables";

export type SinceLast = { since: ChangedSince | null; withdrawn: WithdrawnRow[] };

/**
 * What changed since the release before, and everything that earlier releases had and this one has not. Its own files are
 * read as they were kept; why things went is read from the view of the database that it was made of.
 */
export async function sinceLast(db: Sql, view: Sql, asked: Asked, newer: Filed): Promise<SinceLast> {
  const last = await lastRelease(db, newer.workspaceId, asked.projectId);
  if (!last) return { since: null, withdrawn: [] };
  const id = ReleaseId.parse(last.id);
  const older = { workspaceId: newer.workspaceId, id, files: await filesOfRelease(db, newer.workspaceId, id) };
  const since = { number: last.number, digest: last.digest, added: 0, changed: 0, withdrawn: 0 };
  const withdrawn: WithdrawnRow[] = [];
  for (const each of followed) {
    const compared: Compared = { gone: [], came: [], tooMany: false };
    const name = `${each.table}.csv`;
    for await (const _ of stepsBetween(db, { older, newer, name }, compared));
    const found = await changesOfTable(db, { older, newer, since: last.at }, each, compared);
    if (!found || each.table === "splits") continue;
    const gone = found.changes.filter(({ change }) => change === "withdrawn").map(({ id: thing }) => thing);
    const came = new Set(found.changes.filter(({ change }) => change === "added").map(({ id: thing }) => thing));
    since.added += came.size;
    since.changed += found.changes.filter(({ change }) => change === "changed").length;
    since.withdrawn += gone.length;
    const why = await whyGone(view, asked, { table: each.table, ids: gone });
    withdrawn.push(
      ...(await stillGone(db, older, { table: each.table, came })),
      ...gone.map((thing) => ({
        table: each.table,
        id: thing,
        last: last.number,
        why: why.get(thing)?.why ?? "not asked for",
        words: why.get(thing)?.words ?? "",
        successor: why.get(thing)?.successor ?? "",
      })),
    );
  }
  return { since, withdrawn };
}

/** What was gone before already, and has not come back. */
async function stillGone(
  db: Sql,
  older: Filed,
  { table, came }: { table: string; came: ReadonlySet<string> },
): Promise<WithdrawnRow[]> {
  const rows: WithdrawnRow[] = [];
  for await (const records of recordsOfFile(db, older, withdrawnName)) {
    for (const record of records) {
      const [of = "", id = "", last = "", why = "", words = "", successor = ""] = cellsOf(record);
      if (of === table && !came.has(id)) rows.push({ table, id, last: Number(last), why, words, successor });
    }
  }
  return rows;
}
