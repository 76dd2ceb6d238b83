import "server-only";
import type { WorkspaceId } from "@/domain/ids";
import type { AnyClaimedJob, JobPlace } from "@/server/data/jobs/jobs";
import type { Sql } from "@/server/data/transaction";

/** Seconds after which a running job whose process said nothing is begun again by another. */
export const leaseSeconds = 10;

const lease = `now() + interval '${leaseSeconds} seconds'`;

/** Takes a job that nobody works on; undefined when somebody does, or when it is over. */
export async function claimJob(db: Sql, { workspaceId, id }: JobPlace): Promise<AnyClaimedJob | undefined> {
  const [job] = await db.rows<AnyClaimedJob>(
    `update job set state = 'running', attempt = attempt + 1, lease_until = ${lease},
            started_at = coalesce(started_at, now())
      where workspace_id = $1 and id = $2
        and (state = 'queued' or (state = 'running' and (lease_until is null or lease_until < now())))
     returning workspace_id as "workspaceId", id, project_id as "projectId", kind, data, attempt, created_by as by`,
    [workspaceId, id],
  );
  return job;
}

/** Says that this process still works on it; undefined when it no longer is its job, else whether it shall end. */
export async function renewLease(db: Sql, { workspaceId, id, attempt }: AnyClaimedJob): Promise<boolean | undefined> {
  const [row] = await db.rows<{ cancel: boolean }>(
    `update job set lease_until = ${lease} where workspace_id = $1 and id = $2 and attempt = $3 and state = 'running'
     returning cancel_at is not null as cancel`,
    [workspaceId, id, attempt],
  );
  return row?.cancel;
}

/** Lets another process begin it at once. */
export async function dropLease(db: Sql, { workspaceId, id, attempt }: AnyClaimedJob): Promise<void> {
  await db.rows(
    `update job set lease_until = now() where workspace_id = $1 and id = $2 and attempt = $3 and state = 'running'`,
    [workspaceId, id, attempt],
  );
}

export async function noteProgress(
  db: Sql,
  { workspaceId, id, attempt }: AnyClaimedJob,
  { done, total }: { done: number; total: number | undefined },
): Promise<void> {
  await db.rows(
    `update job set done = $4, total = coalesce($5, total)
      where workspace_id = $1 and id = $2 and attempt = $3 and state = 'running'`,
    [workspaceId, id, attempt, done, total ?? null],
  );
}

export type Ending =
  | { state: "done"; result: unknown }
  | { state: "failed"; error: string }
  | { state: "cancelled"; error?: undefined };

/** Ends a job, unless another process has it by now. */
export async function endJob(db: Sql, { workspaceId, id, attempt }: AnyClaimedJob, ending: Ending): Promise<void> {
  await db.rows(
    `update job set state = $4, result = $5, error = $6, ended_at = now(), lease_until = null
      where workspace_id = $1 and id = $2 and attempt = $3 and state = 'running'`,
    [
      workspaceId,
      id,
      attempt,
      ending.state,
      ending.state === "done" ? JSON.stringify(ending.result ?? null) : null,
      ending.state === "failed" ? ending.error : null,
    ],
  );
}

/** Jobs that wait for a process, or whose process was lost. */
export const forsakenJobs = (db: Sql, workspaceId?: WorkspaceId): Promise<JobPlace[]> =>
  db.rows<JobPlace>(
    `select workspace_id as "workspaceId", id from job
      where state in ('queued', 'running') and (lease_until is null or lease_until < now())
        and ($1::uuid is null or workspace_id = $1) order by created_at limit 100`,
    [workspaceId ?? null],
  );
