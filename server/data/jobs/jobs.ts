import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { JobId, ProjectId, UserId, WorkspaceId } from "@/domain/ids";
import type { Job, JobLine } from "@/domain/job/job";
import { type CountedThing, type JobKindName, type LineOutcome, personalJobs } from "@/domain/job/job-values";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

/** Of a job `j` and its starter `u`. */
export const jobJson = `jsonb_strip_nulls(jsonb_build_object('id', j.id, 'projectId', j.project_id, 'kind', j.kind, 'state', j.state,
  'cancelling', j.cancel_at is not null and j.state in ('queued', 'running'),
  'progress', jsonb_build_object('done', j.done, 'total', j.total, 'counted', j.counted),
  'by', j.created_by, 'byName', u.name, 'at', ${instant("j.created_at")}, 'startedAt', ${instant("j.started_at")},
  'endedAt', ${instant("j.ended_at")}, 'error', j.error))
  || case when j.result is null then '{}' else jsonb_build_object('result', j.result) end`;
const jobs = `from job j join users u on u.id = j.created_by where j.workspace_id = $1`;

/** `projectId` is left out for a job of the whole workspace. */
export type NewJob = { id: JobId; projectId?: ProjectId; kind: JobKindName; data: unknown; counted: CountedThing };

export async function addJob(tx: Tx, actor: Actor, { id, projectId, kind, data, counted }: NewJob): Promise<void> {
  await tx.rows(
    `insert into job (workspace_id, id, project_id, kind, data, counted, created_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.workspaceId, id, projectId ?? null, kind, JSON.stringify(data), counted, actor.userId],
  );
}

export async function findJob(db: Sql, workspaceId: WorkspaceId, id: JobId): Promise<Job | undefined> {
  const [row] = await db.rows<{ job: Job }>(`select ${jobJson} as job ${jobs} and j.id = $2`, [workspaceId, id]);
  return row?.job;
}

export type WantedJobs = { projectId: ProjectId; after: readonly [string, string] | undefined; limit: number };

/** A project's jobs, newest first, without those that are somebody else's own. */
export async function jobsOf(
  db: Sql,
  { workspaceId, userId }: Actor,
  { projectId, after, limit }: WantedJobs,
): Promise<Page<Job>> {
  const rows = await db.rows<{ job: Job }>(
    `select ${jobJson} as job ${jobs} and j.project_id = $2
        and (j.kind <> all($6::text[]) or j.created_by = $7)
        and ($3::timestamptz is null or (j.created_at, j.id) < ($3, $4::uuid))
      order by j.created_at desc, j.id desc limit $5`,
    [workspaceId, projectId, after?.[0] ?? null, after?.[1] ?? null, limit + 1, personalJobs, userId],
  );
  return toPage(
    rows.map(({ job }) => job),
    limit,
    ({ at, id }) => [at, id],
  );
}

/** Whether a job of a kind waits to be begun in a project. */
export async function jobWaits(db: Sql, workspaceId: WorkspaceId, projectId: ProjectId, kind: JobKindName) {
  const rows = await db.rows(
    "select 1 from job where workspace_id = $1 and project_id = $2 and kind = $3 and state = 'queued' limit 1",
    [workspaceId, projectId, kind],
  );
  return rows.length > 0;
}

/** Asks a job to end; one that nobody began ends at once. Answers nothing where it is over. */
export async function askToEnd(tx: Tx, id: JobId): Promise<boolean> {
  const rows = await tx.rows(
    `update job set cancel_at = coalesce(cancel_at, now()),
            state = case when state = 'queued' then 'cancelled' else state end,
            ended_at = case when state = 'queued' then now() else ended_at end
      where workspace_id = $1 and id = $2 and state in ('queued', 'running') returning 1`,
    [tx.workspaceId, id],
  );
  return rows.length > 0;
}

export type WantedLines = { id: JobId; outcome: LineOutcome | undefined; after: number; limit: number };

/** What happened to the records of a job's files, in their order. */
export async function linesOf(
  db: Sql,
  workspaceId: WorkspaceId,
  { id, outcome, after, limit }: WantedLines,
): Promise<Page<JobLine>> {
  const rows = await db.rows<{ line: JobLine }>(
    `select json_strip_nulls(json_build_object('nth', l.nth, 'file', l.file, 'line', l.line, 'outcome', l.outcome,
              'reason', l.reason, 'reportId', r.id, 'title', l.title, 'formerId', l.former_id, 'tags', l.tags)) as line
       from job_line l left join report r on r.workspace_id = l.workspace_id and r.id = l.report_id
      where l.workspace_id = $1 and l.job_id = $2 and ($3::text is null or l.outcome = $3) and l.nth > $4
      order by l.nth limit $5`,
    [workspaceId, id, outcome ?? null, after, limit + 1],
  );
  return toPage(
    rows.map(({ line }) => line),
    limit,
    ({ nth }) => [nth],
  );
}

export type SetAside = { nth: number; file: string; line: number | null; reason: string; record: string | null };

/** Records that were set aside, with their words, some at a time. */
export const setAsideOf = (db: Sql, workspaceId: WorkspaceId, id: JobId, after: number): Promise<SetAside[]> =>
  db.rows<SetAside>(
    `select nth, file, line, reason, record from job_line
      where workspace_id = $1 and job_id = $2 and outcome = 'set-aside' and nth > $3 order by nth limit 100`,
    [workspaceId, id, after],
  );

/** Deletes the jobs of a project and what was uploaded for them. */
export async function eraseJobs(tx: Tx, projectId: ProjectId): Promise<void> {
  const bound = [tx.workspaceId, projectId];
  const uploads = "select id from upload where workspace_id = $1 and project_id = $2";
  await tx.rows(
    `delete from job_line where workspace_id = $1
      and job_id in (select id from job where workspace_id = $1 and project_id = $2)`,
    bound,
  );
  await tx.rows(`delete from upload_part where workspace_id = $1 and upload_id in (${uploads})`, bound);
  await tx.rows(`delete from upload_file where workspace_id = $1 and upload_id in (${uploads})`, bound);
  for (const table of ["sheet_change", "job", "upload"])
    await tx.rows(`delete from ${table} where workspace_id = $1 and project_id = $2`, bound);
}

/** Who a job works for, and where. */
export type JobPlace = { workspaceId: WorkspaceId; id: JobId };
export type ClaimedJob = JobPlace & {
  projectId: ProjectId;
  kind: string;
  data: unknown;
  attempt: number;
  by: UserId;
};
/** A job of a project, or of the whole workspace. */
export type AnyClaimedJob = Omit<ClaimedJob, "projectId"> & { projectId: ProjectId | null };
