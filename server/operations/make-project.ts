import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { defaultGuidelines } from "@/domain/codebook/guidelines";
import { codebookOf } from "@/domain/codebook/presets/presets";
import { fail, ok, type Result } from "@/domain/failure";
import { ProjectId } from "@/domain/ids";
import { guidelinesOf, readGuidelines } from "@/domain/project/guidelines";
import type { Project, PutProject } from "@/domain/project/project";
import { remember } from "@/server/data/entries";
import { addProject, findProject, findProjectBySlug } from "@/server/data/projects";
import { inTransaction } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** Makes a project with its preset's codebook; its maker becomes its editor. */
export async function makeProject(actor: Actor, wish: PutProject): Promise<Result<Project>> {
  const refusal = refusalInWorkspace(actor, "make-project");
  if (refusal) return fail(refusal);
  const id = wish.id ?? newId(ProjectId);
  return inTransaction(actor.workspaceId, async (tx) => {
    const known = wish.id && (await findProject(tx, actor, id));
    if (known) return ok(known);
    const mode = wish.practice ? ("independent" as const) : wish.mode;
    const guidelines = guidelinesOf(wish) ?? readGuidelines(defaultGuidelines);
    const project = { ...wish, ...guidelines, mode, id };
    if (!(await addProject(tx, actor, project, codebookOf(wish.preset)))) {
      const current = await findProjectBySlug(tx, actor, wish.slug);
      if (current && current.id === wish.id) return ok(current);
      return fail({
        kind: "conflict",
        current,
        reason: `There is a project "${wish.slug}" already. Nothing was made.`,
      });
    }
    await remember(tx, { by: actor.userId, did: "made-project", projectId: id });
    const made = await findProject(tx, actor, id);
    return made ? ok(made) : fail({ kind: "not-found" });
  });
}
