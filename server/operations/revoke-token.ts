import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { TokenId } from "@/domain/ids";
import { remember } from "@/server/data/entries";
import { revokeTokenRows } from "@/server/data/tokens";
import { inTransaction } from "@/server/data/transaction";

/** Ends a token at once, with what was made with it: one of this person's own, or anybody's for an admin. */
export async function revokeToken(actor: Actor, id: TokenId): Promise<Result<undefined>> {
  const refusal = refusalInWorkspace(actor, "manage-own");
  if (refusal) return fail(refusal);
  const anybodys = refusalInWorkspace(actor, "manage-people") === undefined;
  return inTransaction(actor.workspaceId, async (tx) => {
    const revoked = await revokeTokenRows(tx, id, anybodys ? undefined : actor.userId);
    if (revoked.length === 0) return fail({ kind: "not-found" });
    await remember(
      tx,
      ...revoked.map((token) => ({
        by: actor.userId,
        did: "revoked-token" as const,
        refs: { tokenId: token.id, userId: token.userId },
      })),
    );
    return ok(undefined);
  });
}
