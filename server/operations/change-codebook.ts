import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { checkCodebook } from "@/domain/codebook/check-codebook";
import type { PutCodebook, VersionedCodebook } from "@/domain/codebook/codebook";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { addCodebookVersion, currentCodebook } from "@/server/data/codebooks";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { standingIn } from "@/server/data/standings";
import { inTransaction } from "@/server/data/transaction";

/** Writes a new version of a project's codebook. A label that was ever there stays, retired if it must. */
export function changeCodebook(actor: Actor, id: ProjectId, sent: PutCodebook): Promise<Result<VersionedCodebook>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, id);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "change-project");
    if (refusal) return fail(refusal);
    const current = await currentCodebook(tx, actor.workspaceId, id, true);
    if (!current) return fail({ kind: "not-found" });
    if (current.version !== sent.version) return fail({ kind: "conflict", current });
    const problems = checkCodebook(sent, current);
    if (problems.length > 0) return fail({ kind: "invalid", problems });

    const next = { ...sent, version: current.version + 1 };
    await addCodebookVersion(tx, actor, id, next);
    await remember(tx, { by: actor.userId, did: "changed-project", projectId: id, refs: { codebook: next.version } });
    return ok(next);
  });
}
