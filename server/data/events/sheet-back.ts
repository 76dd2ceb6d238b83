import "server-only";
import type { EventContent } from "@/domain/event/event";
import type { SheetCounts } from "@/domain/event/sheet-back/back";
import type { SheetChange } from "@/domain/event/sheet-back/compare";
import type { ClaimedJob } from "@/server/data/jobs/jobs";
import type { Sql, Tx } from "@/server/data/transaction";

export type LegacyEvent = { id: string; row: number; content: EventContent };
export type KeptChange = SheetChange & { row: number; eventId: string; version: number; meanwhile: boolean };
export type AsideRow = { row: number; reason: string; record: string };

/** What some rows of a sheet come to. */
export type Batch = { legacy: LegacyEvent[]; changes: KeptChange[]; aside: AsideRow[] };

type Keeping = { job: ClaimedJob; file: string; as: "open" | "accepted" };

/** Which of these ids are taken in the workspace. */
export async function takenIds(db: Sql, workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows<{ id: string }>("select id from event where workspace_id = $1 and id = any($2::uuid[])", [
    workspaceId,
    ids,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** Writes what rows come to, a statement for each table. Rows that are here already stay as they are. */
export async function keepBatch(tx: Tx, { job, file, as }: Keeping, { legacy, changes, aside }: Batch): Promise<void> {
  await keepLegacy(tx, { job, file, as }, legacy);
  await tx.rows(
    `insert into sheet_change (workspace_id, job_id, row, field, project_id, event_id, version, file, was, becomes, state)
     select $1, $2, c.row, c.field, $3, c."eventId", c.version, $4, c.was, c.becomes, case when c.meanwhile then 'aside' else 'waiting' end
       from jsonb_to_recordset($5::jsonb) as c(row int, field text, "eventId" uuid, version int, was jsonb, becomes jsonb, meanwhile boolean)
     on conflict do nothing`,
    [job.workspaceId, job.id, job.projectId, file, JSON.stringify(changes)],
  );
  await tx.rows(
    `insert into job_line (workspace_id, job_id, nth, file, line, outcome, reason, record)
     select $1, $2, a.row, $3, a.row, 'set-aside', a.reason, left(a.record, 4000)
       from jsonb_to_recordset($4::jsonb) as a(row int, reason text, record text) on conflict do nothing`,
    [job.workspaceId, job.id, file, JSON.stringify(aside)],
  );
}

async function keepLegacy(tx: Tx, { job, file, as }: Keeping, legacy: readonly LegacyEvent[]): Promise<void> {
  if (legacy.length === 0) return;
  const state = as === "accepted" ? "accepted" : "open";
  await tx.rows(
    `with rows as (
       select * from jsonb_to_recordset($4::jsonb) as r(id uuid, row int, content jsonb)
     ), made as (
       insert into event (workspace_id, id, project_id, title, state, day, last_day, created_by, updated_by)
       select $1, r.id, $3, r.content->>'title', $6,
              coalesce(r.content #>> '{date,from}', r.content #>> '{date,to}', ''),
              coalesce(r.content #>> '{date,to}', r.content #>> '{date,from}', ''), $5, $5
         from rows r on conflict do nothing returning id
     ), versions as (
       insert into event_version (workspace_id, event_id, number, content, state, cause, created_by)
       select $1, m.id, 1, r.content, $6, '{"did": "made"}', $5 from made m join rows r on r.id = m.id
     ), verdicts as (
       insert into event_verdict (workspace_id, id, event_id, version, decision, reason, created_by)
       select $1, gen_random_uuid(), m.id, 1, 'accept', $8, $5 from made m where $6 = 'accepted'
     )
     insert into job_line (workspace_id, job_id, nth, file, line, outcome, title, former_id)
     select $1, $2, r.row, $7, r.row, case when m.id is null then 'skipped' else 'imported' end, r.content->>'title',
            r.content #>> '{legacy,formerId}'
       from rows r left join made m on m.id = r.id on conflict do nothing`,
    [job.workspaceId, job.id, job.projectId, JSON.stringify(legacy), job.by, state, file, `Decided on before: ${file}`],
  );
}

/** Where an earlier attempt ended, in rows. */
export async function rowsBehind(db: Sql, { workspaceId, id }: ClaimedJob): Promise<number> {
  const [row] = await db.rows<{ position: number }>("select position from job where workspace_id = $1 and id = $2", [
    workspaceId,
    id,
  ]);
  return row?.position ?? 0;
}

/** Keeps how far a job is, in the transaction of what it wrote; false where it is not this process's any more. */
export async function cameTo(tx: Tx, { workspaceId, id, attempt }: ClaimedJob, rows: number): Promise<boolean> {
  const found = await tx.rows(
    `update job set position = $4, done = $4
      where workspace_id = $1 and id = $2 and attempt = $3 and state = 'running' and cancel_at is null returning 1`,
    [workspaceId, id, attempt, rows],
  );
  return found.length === 1;
}

/** What a job did, over all its attempts. */
export async function countsOf(db: Sql, { workspaceId, id }: ClaimedJob, rows: number): Promise<SheetCounts> {
  const lines = await db.rows<{ outcome: string; count: number }>(
    "select outcome, count(*)::int as count from job_line where workspace_id = $1 and job_id = $2 group by outcome",
    [workspaceId, id],
  );
  const [changes] = await db.rows<{ changed: number; meanwhile: number }>(
    `select (count(distinct row) filter (where state <> 'aside'))::int as changed,
            (count(distinct row) filter (where state = 'aside'))::int as meanwhile
       from sheet_change where workspace_id = $1 and job_id = $2`,
    [workspaceId, id],
  );
  const of = (outcome: string) => lines.find((line) => line.outcome === outcome)?.count ?? 0;
  const [legacy, known, setAside] = [of("imported"), of("skipped"), of("set-aside")];
  const { changed, meanwhile } = changes ?? { changed: 0, meanwhile: 0 };
  return {
    legacy,
    known,
    changed,
    meanwhile,
    setAside,
    unchanged: rows - legacy - known - changed - meanwhile - setAside,
  };
}
