import "server-only";
import type { ReleaseId, ReportId } from "@/domain/ids";
import { ReleaseId as Id } from "@/domain/ids";
import type { AskedRelease } from "@/domain/release/asked";
import type { ClaimedJob } from "@/server/data/jobs/jobs";
import type { Sql, Tx } from "@/server/data/transaction";

/** A release has the id of the job that makes it. */
export const releaseIdOf = ({ id }: Pick<ClaimedJob, "id">): ReleaseId => Id.parse(id);

/** Nothing is written for an attempt that was given up, nor for a job that was cancelled. */
const own = `exists (select 1 from job j where j.workspace_id = $1 and j.id = $2 and j.attempt = $3 and j.state = 'running'
  and j.cancel_at is null)`;

const values = ({ workspaceId, id, attempt }: ClaimedJob) => [workspaceId, id, attempt];

/** The job is not this process's any more. */
export class NotOurs extends Error {}

async function orLost(rows: Promise<unknown[]>): Promise<void> {
  if ((await rows).length === 0) throw new NotOurs("The release is made by another process, or was cancelled.");
}

/** Begins a release from its start, whatever an earlier attempt left. */
export async function beginRelease(tx: Tx, job: ClaimedJob, asked: AskedRelease): Promise<void> {
  await dropUnfinished(tx, job);
  await orLost(
    tx.rows(
      `insert into release (workspace_id, id, project_id, title, asked, created_by)
       select $1, $2, $4, $5, $6, $7 where ${own} returning 1`,
      [...values(job), job.projectId, asked.title, JSON.stringify(asked), job.by],
    ),
  );
}

/** Deletes what there is of a release that got no number. */
export async function dropUnfinished(tx: Tx, job: ClaimedJob): Promise<void> {
  const open = `(select id from release where workspace_id = $1 and id = $2 and number is null
    and exists (select 1 from job j where j.workspace_id = $1 and j.id = $2 and j.attempt = $3))`;
  for (const table of ["release_part", "release_file", "release_report"])
    await tx.rows(`delete from ${table} where workspace_id = $1 and release_id in ${open}`, values(job));
  await tx.rows(`delete from release where workspace_id = $1 and id in ${open}`, values(job));
}

/** What an earlier attempt finished before its job heard of it. */
export async function finishedBefore(db: Sql, { workspaceId, id }: ClaimedJob) {
  const [row] = await db.rows<{ number: number; waiting: boolean }>(
    `select number, protection is not null as waiting from release
      where workspace_id = $1 and id = $2 and number is not null`,
    [workspaceId, id],
  );
  return row;
}

export const addFile = (db: Sql, job: ClaimedJob, { nth, name }: { nth: number; name: string }): Promise<void> =>
  orLost(
    db.rows(
      `insert into release_file (workspace_id, release_id, nth, name, bytes, sha256, crc32)
       select $1, $2, $4, $5, 0, '', 0 where ${own} returning 1`,
      [...values(job), nth, name],
    ),
  );

export type NewPart = { file: number; part: number; packed: Buffer };

export const addReleasePart = (db: Sql, job: ClaimedJob, { file, part, packed }: NewPart): Promise<void> =>
  orLost(
    db.rows(
      `insert into release_part (workspace_id, release_id, file, part, packed, length)
       select $1, $2, $4, $5, $6, $7 where ${own} returning 1`,
      [...values(job), file, part, packed, packed.length],
    ),
  );

export type WholeFile = { nth: number; bytes: number; sha256: string; crc32: number };

export const endFile = (db: Sql, job: ClaimedJob, { nth, bytes, sha256, crc32 }: WholeFile): Promise<void> =>
  orLost(
    db.rows(
      `update release_file set bytes = $5, sha256 = $6, crc32 = $7
        where workspace_id = $1 and release_id = $2 and nth = $4 and ${own} returning 1`,
      [...values(job), nth, bytes, sha256, crc32],
    ),
  );

/** The number that the next release of a project gets; whoever asks has the project for themselves until they commit. */
export async function nextNumber(tx: Tx, { workspaceId, projectId }: ClaimedJob): Promise<number> {
  await tx.rows("select 1 from project where workspace_id = $1 and id = $2 for no key update", [
    workspaceId,
    projectId,
  ]);
  const [row] = await tx.rows<{ next: number }>(
    "select coalesce(max(number), 0) + 1 as next from release where workspace_id = $1 and project_id = $2",
    [workspaceId, projectId],
  );
  return row?.next ?? 1;
}

/** `protection`: the version it was frozen under, where a second person has to approve it. */
export type Finished = {
  number: number;
  digest: string;
  at: string;
  counts: Record<string, number>;
  protection: number | null;
};

/** Whether the project of a release asks for a second person; read while it is held by `nextNumber`. */
export async function asksForApproval(tx: Tx, { workspaceId, projectId }: ClaimedJob): Promise<boolean> {
  const [row] = await tx.rows<{ asks: boolean }>(
    "select release_approval as asks from project where workspace_id = $1 and id = $2",
    [workspaceId, projectId],
  );
  return row?.asks ?? false;
}

/** Gives a release its number, with which people see it; its reports are those that it is about. */
export async function finishRelease(
  tx: Tx,
  job: ClaimedJob,
  { number, digest, at, counts, protection }: Finished,
  reports: readonly ReportId[],
): Promise<void> {
  await tx.rows("insert into release_report (workspace_id, release_id, report_id) select $1, $2, unnest($3::uuid[])", [
    job.workspaceId,
    job.id,
    reports,
  ]);
  await orLost(
    tx.rows(
      `update release set number = $4, digest = $5, made_at = $6, counts = $7, protection = $8
        where workspace_id = $1 and id = $2 and number is null and ${own} returning 1`,
      [...values(job), number, digest, at, JSON.stringify(counts), protection],
    ),
  );
}

/** Whether every report that a release is about is still there: one may be deleted while it is made. */
export async function allThere(tx: Tx, { workspaceId, projectId }: ClaimedJob, reports: readonly ReportId[]) {
  const [row] = await tx.rows<{ count: string }>(
    `select count(*) from (select 1 from report where workspace_id = $1 and project_id = $2 and id = any($3::uuid[])
       for key share) r`,
    [workspaceId, projectId, reports],
  );
  return Number(row?.count ?? 0) === reports.length;
}
