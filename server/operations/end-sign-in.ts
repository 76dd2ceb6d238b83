import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import { remember } from "@/server/data/entries";
import { endSessions } from "@/server/data/sessions";
import { inTransaction } from "@/server/data/transaction";

/** Ends one of this person's own sign-ins: that browser is out with its next request. */
export async function endSignIn(actor: Actor, id: string): Promise<Result<undefined>> {
  const refusal = refusalInWorkspace(actor, "manage-own");
  if (refusal) return fail(refusal);
  return inTransaction(actor.workspaceId, async (tx) => {
    if ((await endSessions(tx, actor.userId, { id })) === 0) return fail({ kind: "not-found" });
    await remember(tx, { by: actor.userId, did: "signed-out", refs: { userId: actor.userId } });
    return ok(undefined);
  });
}
