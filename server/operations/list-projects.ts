import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ListedProject } from "@/domain/project/project";
import { projectsOf } from "@/server/data/projects";

/** The projects that exist for this person. */
export async function listProjects(actor: Actor): Promise<Result<{ items: ListedProject[] }>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  return refusal ? fail(refusal) : ok({ items: await projectsOf(actor) });
}
