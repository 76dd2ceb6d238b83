import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import type { ExternalAuthor, Member } from "@/domain/project/project";
import { externalAuthorsOf } from "@/server/data/external-authors";
import { membersOf } from "@/server/data/members";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** A project's people with their roles, and the names of those without an account whose work was imported. */
export async function listMembers(
  actor: Actor,
  id: ProjectId,
): Promise<Result<{ items: Member[]; external: ExternalAuthor[] }>> {
  const standing = await standingIn(sql, actor, id);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-members");
  if (refusal) return fail(refusal);
  const items = await membersOf(sql, actor.workspaceId, id);
  return ok({ items, external: await externalAuthorsOf(sql, actor.workspaceId, id) });
}
