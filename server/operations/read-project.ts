import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import { findProject } from "@/server/data/projects";
import { sql } from "@/server/data/transaction";

/** One project with its guidelines. */
export async function readProject(actor: Actor, id: ProjectId): Promise<Result<Project>> {
  const project = await findProject(sql, actor, id);
  if (!project) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, project, "see-project");
  return refusal ? fail(refusal) : ok(project);
}
