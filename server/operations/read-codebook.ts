import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { VersionedCodebook } from "@/domain/codebook/codebook";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { currentCodebook } from "@/server/data/codebooks";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** What may be tagged in a project, in the version in force. */
export async function readCodebook(actor: Actor, id: ProjectId): Promise<Result<VersionedCodebook>> {
  const standing = await standingIn(sql, actor, id);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  const codebook = await currentCodebook(sql, actor.workspaceId, id);
  return codebook ? ok(codebook) : fail({ kind: "not-found" });
}
