import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import { remember } from "@/server/data/entries";
import { shutGatesOf } from "@/server/data/gates";
import { archiveProjectRow, findProject, lockProject } from "@/server/data/projects";
import { inTransaction } from "@/server/data/transaction";

/** Puts a project away, so that nothing in it changes, or brings it back. */
export function archiveProject(actor: Actor, id: ProjectId, archived: boolean): Promise<Result<Project>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    await lockProject(tx, id);
    const project = await findProject(tx, actor, id);
    if (!project) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, project, "archive-project");
    if (refusal) return fail(refusal);
    if ((project.archivedAt !== undefined) === archived) return ok(project);
    await archiveProjectRow(tx, id, archived);
    if (archived) await shutGatesOf(tx, id);
    const did = archived ? "archived-project" : "unarchived-project";
    await remember(tx, { by: actor.userId, did, projectId: id });
    const changed = await findProject(tx, actor, id);
    return changed ? ok(changed) : fail({ kind: "not-found" });
  });
}
