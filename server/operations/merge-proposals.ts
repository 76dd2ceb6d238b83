import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { MergeProposal } from "@/domain/entity/merge-proposal";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId, ProposalId } from "@/domain/ids";
import { dismissProposal, projectOfProposal, proposalsIn } from "@/server/data/entities/proposals";
import { remember } from "@/server/data/entries";
import { standingIn } from "@/server/data/standings";
import { inTransaction, sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

/** A page of the pairs of entities that may be one, for those who merge. */
export async function listProposals(
  actor: Actor,
  { projectId, after, limit }: { projectId: ProjectId; after: ProposalId | undefined; limit: number },
): Promise<Result<Page<MergeProposal>>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-merge-proposals");
  return refusal ? fail(refusal) : ok(await proposalsIn(sql, { actor, standing }, { projectId, after, limit }));
}

/** Says that a pair was looked at and is not one, or takes that back. */
export const settleProposal = (actor: Actor, id: ProposalId, dismissed: boolean): Promise<Result<undefined>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    const projectId = await projectOfProposal(tx, tx.workspaceId, id);
    const standing = projectId && (await standingIn(tx, actor, projectId));
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "merge-entity");
    if (refusal) return fail(refusal);
    if (await dismissProposal(tx, actor.userId, id, dismissed)) {
      const did = dismissed ? "dismissed-merge" : "proposed-merge";
      await remember(tx, { by: actor.userId, did, projectId, refs: { proposalId: id } });
    }
    return ok(undefined);
  });
