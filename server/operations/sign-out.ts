import "server-only";
import { ok, type Result } from "@/domain/failure";
import { actorBySession } from "@/server/data/actors";
import { remember } from "@/server/data/entries";
import { endSessions } from "@/server/data/sessions";
import { inTransaction } from "@/server/data/transaction";

/** Ends the sign-in of this cookie; whoever copied it is out as well. */
export async function signOut(secret: string): Promise<Result<undefined>> {
  const actor = await actorBySession(secret);
  if (!actor || !("session" in actor.via)) return ok(undefined);
  const { session } = actor.via;
  return inTransaction(actor.workspaceId, async (tx) => {
    await endSessions(tx, actor.userId, { id: session });
    await remember(tx, { by: actor.userId, did: "signed-out", refs: { userId: actor.userId } });
    return ok(undefined);
  });
}
