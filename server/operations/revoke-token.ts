import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { TokenId } from "@/domain/ids";
import { remember } from "@/server/data/entries";
import { revokeTokenRow } from "@/server/data/tokens";
import { inTransaction } from "@/server/data/transaction";

/** Ends one of the asker's own tokens at once. */
export async function revokeToken(actor: Actor, id: TokenId): Promise<Result<undefined>> {
  const refusal = refusalInWorkspace(actor, "manage-own");
  if (refusal) return fail(refusal);
  return inTransaction(actor.workspaceId, async (tx) => {
    if (!(await revokeTokenRow(tx, actor.userId, id))) return fail({ kind: "not-found" });
    await remember(tx, { by: actor.userId, did: "revoked-token", refs: { tokenId: id } });
    return ok(undefined);
  });
}
