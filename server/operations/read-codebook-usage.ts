import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { CodebookUsage } from "@/domain/codebook/codebook-answers";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { usageOf } from "@/server/data/codebook-usage";
import { currentCodebook } from "@/server/data/codebooks";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** What a change of the codebook would affect: how many tags carry what, as far as this person sees them. */
export async function readCodebookUsage(actor: Actor, projectId: ProjectId): Promise<Result<CodebookUsage>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  const codebook = await currentCodebook(sql, actor.workspaceId, projectId);
  return codebook ? ok(await usageOf(sql, { actor, standing, projectId }, codebook)) : fail({ kind: "not-found" });
}
