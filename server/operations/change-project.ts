import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import type { ChangeProject, Project } from "@/domain/project/project";
import { remember } from "@/server/data/entries";
import { changeProjectRow, findProject } from "@/server/data/projects";
import { inTransaction } from "@/server/data/transaction";

/** Changes a project's name, guidelines, languages, two-person rule or way of reviewing. */
export function changeProject(actor: Actor, id: ProjectId, change: ChangeProject): Promise<Result<Project>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const project = await findProject(tx, actor, id);
    if (!project) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, project, "change-project");
    if (refusal) return fail(refusal);

    await changeProjectRow(tx, id, change);
    await remember(tx, { by: actor.userId, did: "changed-project", projectId: id });
    const changed = await findProject(tx, actor, id);
    return changed ? ok(changed) : fail({ kind: "not-found" });
  });
}
