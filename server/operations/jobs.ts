import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, refusalInWorkspace } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import { fail, ok, type Result } from "@/domain/failure";
import type { JobId } from "@/domain/ids";
import type { Job, JobLine } from "@/domain/job/job";
import { isOver, personalJobs } from "@/domain/job/job-values";
import { remember } from "@/server/data/entries";
import {
  askToEnd,
  findJob,
  jobsOf,
  linesOf,
  type SetAside,
  setAsideOf,
  type WantedJobs,
  type WantedLines,
} from "@/server/data/jobs/jobs";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Sql, sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

async function openJob(db: Sql, actor: Actor, id: JobId, deed: ProjectDeed): Promise<Result<Job>> {
  const job = await findJob(db, actor.workspaceId, id);
  if (job && job.projectId === undefined) {
    const refusal = refusalInWorkspace(actor, deed === "see-jobs" ? "see-place-names" : "add-place-names");
    return refusal ? fail(refusal) : ok(job);
  }
  const standing = job?.projectId && (await standingIn(db, actor, job.projectId));
  if (!standing) return fail({ kind: "not-found" });
  const own = personalJobs.includes(job.kind);
  if (own && job.by !== actor.userId) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, own ? "see-project" : deed);
  return refusal ? fail(refusal) : ok(job);
}

/** A page of a project's jobs, newest first. */
export async function listJobs(actor: Actor, wanted: WantedJobs): Promise<Result<Page<Job>>> {
  const standing = await standingIn(sql, actor, wanted.projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-jobs");
  return refusal ? fail(refusal) : ok(await jobsOf(sql, actor, wanted));
}

/** One job as it stands now. */
export const readJob = (actor: Actor, id: JobId): Promise<Result<Job>> => openJob(sql, actor, id, "see-jobs");

/** What happened to the records of a job's files. */
export async function readLines(actor: Actor, wanted: WantedLines): Promise<Result<Page<JobLine>>> {
  const job = await readJob(actor, wanted.id);
  return job.ok ? ok(await linesOf(sql, actor.workspaceId, wanted)) : job;
}

/** The records that a job set aside, each with its reason, as they stood in the files. */
export async function readSetAside(actor: Actor, id: JobId): Promise<Result<AsyncGenerator<SetAside>>> {
  const job = await readJob(actor, id);
  return job.ok ? ok(eachSetAside(actor, id)) : job;
}

async function* eachSetAside({ workspaceId }: Actor, id: JobId): AsyncGenerator<SetAside> {
  for (let after = -1; ; ) {
    const some = await setAsideOf(sql, workspaceId, id, after);
    yield* some;
    const last = some.at(-1);
    if (!last) return;
    after = last.nth;
  }
}

/** Asks a job to end. What it kept until then stays and is listed; a job that is over stays as it is. */
export function cancelJob(actor: Actor, id: JobId): Promise<Result<Job>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const job = await openJob(tx, actor, id, "cancel-job");
    if (!job.ok || isOver(job.value) || job.value.cancelling) return job;
    if (await askToEnd(tx, id)) {
      const { projectId, kind } = job.value;
      if (!personalJobs.includes(kind))
        await remember(tx, {
          by: actor.userId,
          did: "cancelled-job",
          ...(projectId && { projectId }),
          refs: { jobId: id, kind },
        });
    }
    return openJob(tx, actor, id, "cancel-job");
  });
}
