import "server-only";
import { randomUUID } from "node:crypto";
import { refusalInProject, refusalInWorkspace } from "@/domain/access/policy";
import type { AnyClaimedJob, JobPlace } from "@/server/data/jobs/jobs";
import { claimJob, dropLease, endJob, noteProgress, renewLease } from "@/server/data/jobs/running";
import { starterOf } from "@/server/data/jobs/starter";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import { outageMet } from "@/server/health/outages";
import { JobFailed, type JobKind } from "@/server/jobs/kind";
import { log, wordsOf } from "@/server/log";

/** So often a job is begun at most: what ends the process each time would do so for ever. */
const mostAttempts = 5;
/** Milliseconds between two looks at whether a job shall end; within a few of them a cancellation takes effect. */
const pulse = 1000;

type Stop = "cancelled" | "lost" | "stopping";
const running = new Map<AnyClaimedJob, AbortController>();

/** Runs a job to its end if nobody else does; brought twice, it runs once. */
export async function runJob(place: JobPlace, kinds: readonly JobKind[]): Promise<void> {
  const job = await claimJob(sql, place);
  if (!job) return;
  const kind = kinds.find((each) => each.kind === job.kind);
  if (job.attempt > mostAttempts || !kind) {
    const error = kind ? tooOften : "This version of Glossator does not know this kind of job. Nothing was changed.";
    return endJob(sql, job, { state: "failed", error });
  }
  const control = new AbortController();
  running.set(job, control);
  const timer = setInterval(() => void look(job, control), pulse);
  try {
    await attempt(job, kind, control.signal);
  } finally {
    clearInterval(timer);
    running.delete(job);
  }
}

const tooOften =
  "The server stopped five times while this ran. What was imported before is listed and complete; start it again to go on.";

async function look(job: AnyClaimedJob, control: AbortController): Promise<void> {
  try {
    const cancel = await renewLease(sql, job);
    if (cancel !== false) control.abort((cancel ? "cancelled" : "lost") satisfies Stop);
  } catch (error) {
    // The database is away for now: when that lasts, the lease ends and the job is begun again.
    outageMet(error);
  }
}

async function attempt(job: AnyClaimedJob, kind: JobKind, signal: AbortSignal): Promise<void> {
  const progress = async (done: number, total?: number) => noteProgress(sql, job, { done, total });
  try {
    await mayStill(job, kind);
    const result = await kind.run({ ...job, signal, progress });
    await endJob(sql, job, { state: "done", result });
  } catch (error) {
    if (signal.aborted) return stopped(job, signal.reason);
    if (error instanceof JobFailed) return endJob(sql, job, { state: "failed", error: error.message });
    if (outageMet(error)) return;
    const id = randomUUID();
    log({ level: "error", what: "job", job: job.id, kind: job.kind, requestId: id, ...wordsOf(error) });
    const words = `Something went wrong on our side (${id} in the server’s log). What was kept before is listed and complete.`;
    await endJob(sql, job, { state: "failed", error: words });
  }
}

/** Whoever started it may have lost the right since. */
async function mayStill(job: AnyClaimedJob, { deed }: JobKind): Promise<void> {
  const actor = await starterOf(sql, job);
  if (typeof deed === "object") {
    if (!actor || refusalInWorkspace(actor, deed.workspace))
      throw new JobFailed("Whoever started this may not do it in this workspace any more. Nothing more was changed.");
    return;
  }
  const standing = actor && job.projectId && (await standingIn(sql, actor, job.projectId));
  if (!standing || refusalInProject(actor, standing, deed))
    throw new JobFailed("Whoever started this may not do it in this project any more. Nothing more was changed.");
}

async function stopped(job: AnyClaimedJob, reason: Stop): Promise<void> {
  if (reason === "cancelled") await endJob(sql, job, { state: "cancelled" });
  else if (reason === "stopping") await dropLease(sql, job);
}

/** Lets go of every job of this process, so that the next one goes on with them at once. */
export function letGo(): void {
  for (const control of running.values()) control.abort("stopping" satisfies Stop);
}
