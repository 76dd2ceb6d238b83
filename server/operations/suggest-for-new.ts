import "server-only";
import type { Actor } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { JobId, type ProjectId } from "@/domain/ids";
import { addJob, jobWaits } from "@/server/data/jobs/jobs";
import { findProject } from "@/server/data/projects";
import { inTransaction, sql } from "@/server/data/transaction";
import { outageMet } from "@/server/health/outages";
import { deliver } from "@/server/jobs/deliver";
import { log, wordsOf } from "@/server/log";
import { newId } from "@/server/new-id";

/**
 * Lets the engines read what was just imported, in a job: one that waits already will read it too. Whatever keeps it
 * from starting, the import stands.
 */
export async function suggestForNew(actor: Actor, projectId: ProjectId): Promise<void> {
  try {
    await start(actor, projectId);
  } catch (error) {
    if (!outageMet(error)) log({ level: "error", what: "suggest", ...wordsOf(error) });
  }
}

async function start(actor: Actor, projectId: ProjectId): Promise<void> {
  const project = await findProject(sql, actor, projectId);
  if (!project || project.mode === "independent" || !project.suggestions.on || !project.suggestions.onImport) return;
  if (await jobWaits(sql, actor.workspaceId, projectId, "suggest")) return;
  const id = newId(JobId);
  const job = { id, projectId, kind: "suggest", data: { again: false }, counted: "reports" } as const;
  const kept = await inTransaction(actor.workspaceId, async (tx) => ok(await addJob(tx, actor, job)));
  // Should it be lost on the way, it is found among the rows. Nobody started it, so the history has no line of it.
  if (kept.ok) await deliver({ workspaceId: actor.workspaceId, id }).catch(() => undefined);
}
