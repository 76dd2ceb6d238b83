import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { changedConventions } from "@/domain/project/event-settings";
import { guidelinesOf } from "@/domain/project/guidelines";
import type { ChangeProject, Project } from "@/domain/project/project";
import { alike, carried } from "@/domain/seen";
import { lastToDo, remember } from "@/server/data/entries";
import { reopenForConventions } from "@/server/data/events/settings";
import { holdGate } from "@/server/data/gates";
import { changeProjectRow, findProject, lockProject } from "@/server/data/projects";
import { inTransaction, sql } from "@/server/data/transaction";
import { addressOf } from "@/server/egress/check";
import { env } from "@/server/env";
import { servicesAt } from "@/server/suggesting/ask-service";

/**
 * Changes a project's name, guidelines, languages, two-person rule, pool, way of reviewing or of making events. Events
 * whose figures another convention changes are open again. Of two who change the same
 * at once, who says what they saw is told.
 */
export async function changeProject(actor: Actor, id: ProjectId, sent: ChangeProject): Promise<Result<Project>> {
  const { service } = sent.suggestions ?? {};
  if (service) {
    const project = await findProject(sql, actor, id);
    if (!project) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, project, "change-project");
    if (refusal) return fail(refusal);
    const allowed = await addressOf(new URL(service.url), servicesAt(env().engines));
    if ("trouble" in allowed) return invalid("suggestions.service.url", allowed.trouble);
  }
  return inTransaction(actor.workspaceId, async (tx) => {
    await lockProject(tx, id);
    await holdGate(tx, actor);
    const project = await findProject(tx, actor, id);
    if (!project) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, project, "change-project");
    if (refusal) return fail(refusal);

    const { seen, guidelinesProse: _prose, ...wish } = sent;
    const guidelines = guidelinesOf(sent);
    const { change, overruled } = carried({ ...wish, guidelines: guidelines?.guidelines }, seen, project);
    if (overruled.length > 0) {
      const changed = await lastToDo(tx, ["changed-project"], { projectId: id });
      return fail({ kind: "conflict", current: project, fields: overruled, changed });
    }
    // The same said again, as by a client that heard no answer, is no other change.
    if (alike(project, { ...project, ...change })) return ok(project);
    await changeProjectRow(tx, id, { ...change, ...(change.guidelines !== undefined && guidelines) });
    const others = change.events ? changedConventions(project.events, change.events) : [];
    if (others.length > 0) await reopenForConventions(tx, actor, id, others);
    await remember(tx, { by: actor.userId, did: "changed-project", projectId: id });
    const changed = await findProject(tx, actor, id);
    return changed ? ok(changed) : fail({ kind: "not-found" });
  });
}
