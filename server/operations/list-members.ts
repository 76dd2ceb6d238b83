import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import type { Member } from "@/domain/project/project";
import { membersOf } from "@/server/data/members";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** A project's people with their roles. */
export async function listMembers(actor: Actor, id: ProjectId): Promise<Result<{ items: Member[] }>> {
  const standing = await standingIn(sql, actor, id);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-members");
  return refusal ? fail(refusal) : ok({ items: await membersOf(sql, actor.workspaceId, id) });
}
