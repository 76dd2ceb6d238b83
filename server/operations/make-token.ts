import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import { TokenId } from "@/domain/ids";
import type { NewToken, PutToken } from "@/domain/people/token";
import { now } from "@/server/clock";
import { remember } from "@/server/data/entries";
import { addToken } from "@/server/data/tokens";
import { inTransaction } from "@/server/data/transaction";
import { newId, newSecret } from "@/server/new-id";
import { tokenPrefix } from "@/server/session/actor";

const day = 24 * 3600_000;

/** Makes a token that may at most what its maker may; its secret is shown this once. */
export async function makeToken(actor: Actor, wish: PutToken, clock = now): Promise<Result<NewToken>> {
  const refusal = refusalInWorkspace(actor, "manage-own");
  if (refusal) return fail(refusal);
  if (!wish.scopes.every((scope) => actor.scopes.includes(scope))) {
    return fail({ kind: "forbidden", reason: "token-scope" });
  }
  const [id, secret, createdAt] = [newId(TokenId), newSecret(), clock()];
  const { name, scopes, expiresInDays } = wish;
  const expiresAt = expiresInDays === undefined ? undefined : new Date(createdAt.getTime() + expiresInDays * day);
  return inTransaction(actor.workspaceId, async (tx) => {
    await addToken(tx, secret, { id, userId: actor.userId, name, scopes, expiresAt });
    await remember(tx, { by: actor.userId, did: "made-token", refs: { tokenId: id } });
    const ends = expiresAt && { expiresAt: expiresAt.toISOString() };
    return ok({ id, name, scopes, createdAt: createdAt.toISOString(), ...ends, token: `${tokenPrefix}${secret}` });
  });
}
