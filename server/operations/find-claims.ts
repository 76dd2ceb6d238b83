import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId, ReportId } from "@/domain/ids";
import type { FoundClaim } from "@/domain/tag/found-claim";
import { claimsSaying } from "@/server/data/claims";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** Finds claims of a project's reports by their words, for a link from one report to another. */
export async function findClaims(
  actor: Actor,
  projectId: ProjectId,
  asked: { q: string; not: ReportId | undefined; limit: number },
): Promise<Result<{ items: FoundClaim[] }>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  return ok({ items: await claimsSaying(sql, actor, standing, { projectId, ...asked }) });
}
