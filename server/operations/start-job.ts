import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { StartJob } from "@/domain/api/start-job";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { fieldWords } from "@/domain/field-words";
import { JobId, type ProjectId } from "@/domain/ids";
import { invalidBy } from "@/domain/invalid-by";
import type { Job } from "@/domain/job/job";
import { personalJobs } from "@/domain/job/job-values";
import { remember } from "@/server/data/entries";
import { addJob, findJob } from "@/server/data/jobs/jobs";
import { findUpload } from "@/server/data/jobs/uploads";
import { standingIn } from "@/server/data/standings";
import { inTransaction } from "@/server/data/transaction";
import { deliver } from "@/server/jobs/deliver";
import type { JobKind } from "@/server/jobs/kind";
import { jobKindsHere } from "@/server/jobs/registry";
import { newId } from "@/server/new-id";

/** Puts a job in line; a process takes it as soon as one is free. */
export async function startJob(
  actor: Actor,
  projectId: ProjectId,
  { id = newId(JobId), kind: name, data }: StartJob,
): Promise<Result<Job>> {
  const started = await inTransaction<Job>(actor.workspaceId, async (tx) => {
    const standing = await standingIn(tx, actor, projectId);
    const kind = jobKindsHere.find((each) => each.kind === name);
    if (!standing || !kind || typeof kind.deed === "object") return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, kind.deed);
    if (refusal) return fail(refusal);
    const known = await findJob(tx, actor.workspaceId, id);
    if (known) return known.projectId === projectId ? ok(known) : fail({ kind: "not-found" });
    const parsed = parsedBy(kind, data);
    if (!parsed.ok) return parsed;
    const { upload } = parsed.value;
    if (upload && (await findUpload(tx, actor.workspaceId, upload))?.projectId !== projectId)
      return invalid("data.upload", "There is no such upload in this project. Files are kept for a week.");
    await addJob(tx, actor, { id, projectId, kind: name, data: parsed.value.data, counted: kind.counted });
    if (!personalJobs.includes(name))
      await remember(tx, { by: actor.userId, did: "started-job", projectId, refs: { jobId: id, kind: name } });
    const job = await findJob(tx, actor.workspaceId, id);
    return job ? ok(job) : fail({ kind: "not-found" });
  });
  // Should it be lost on the way, it is found among the rows.
  if (started.ok) await deliver({ workspaceId: actor.workspaceId, id }).catch(() => undefined);
  return started;
}

function parsedBy(kind: JobKind, data: unknown) {
  const parsed = kind.data.safeParse(data, { error: fieldWords });
  if (parsed.success) return ok({ data: parsed.data, upload: kind.upload?.(parsed.data) });
  const failure = invalidBy(parsed.error);
  const problems = failure.problems.map(({ field, reason }) => ({ field: `data.${field}`, reason }));
  return fail({ ...failure, problems });
}
