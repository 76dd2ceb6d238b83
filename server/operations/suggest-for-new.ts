import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import { jobWaits } from "@/server/data/jobs/jobs";
import { findProject } from "@/server/data/projects";
import { sql } from "@/server/data/transaction";
import { outageMet } from "@/server/health/outages";
import { log, wordsOf } from "@/server/log";
import { startJob } from "@/server/operations/start-job";

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
  await startJob(actor, projectId, { kind: "suggest", data: { again: false } });
}
