import "server-only";
import type { Actor } from "@/domain/access/actor";
import { endOfToken, refusalForToken, refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import { TokenId, type UserId } from "@/domain/ids";
import type { NewToken, PutToken } from "@/domain/people/token";
import { now } from "@/server/clock";
import { stillHolds } from "@/server/data/credentials";
import { remember } from "@/server/data/entries";
import { addToken, findToken } from "@/server/data/tokens";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { newId, newSecret } from "@/server/new-id";
import { tokenPrefix } from "@/server/session/actor";

const day = 24 * 3600_000;

const endOf = ({ expiresInDays }: PutToken, from: Date): Date | undefined =>
  expiresInDays === undefined ? undefined : new Date(from.getTime() + expiresInDays * day);

/**
 * Makes a token that may at most what its maker may; its secret is shown this once. One that is made with a token ends
 * when that one ends or is revoked.
 */
export async function makeToken(actor: Actor, wish: PutToken, clock = now): Promise<Result<NewToken>> {
  const refusal = refusalInWorkspace(actor, "manage-own");
  if (refusal) return fail(refusal);
  const createdAt = clock();
  const expiresAt = endOf(wish, createdAt) ?? endOfToken(actor);
  const more = refusalForToken(actor, { scopes: wish.scopes, expiresAt });
  if (more) return fail(more);
  return inTransaction(actor.workspaceId, async (tx) => {
    if (!(await stillHolds(tx, actor))) return fail({ kind: "signed-out" });
    if (wish.id && (await findToken(tx, actor.userId, wish.id))) {
      return fail({ kind: "conflict", current: null, reason: shownOnce });
    }
    const madeWith = "token" in actor.via ? actor.via.token : undefined;
    return ok(await keepToken(tx, actor.userId, { wish, createdAt, expiresAt, madeWith }));
  });
}

const shownOnce =
  "This token was made already, and its secret is shown only once. If you missed it, revoke the token and create another.";

/** Makes a token for whoever has the machine's own command line, where the database is open anyway. */
export const makeTokenHere = (tx: Tx, userId: UserId, wish: PutToken, createdAt = now()): Promise<NewToken> =>
  keepToken(tx, userId, { wish, createdAt, expiresAt: endOf(wish, createdAt), madeWith: undefined });

type Making = { wish: PutToken; createdAt: Date; expiresAt: Date | undefined; madeWith: TokenId | undefined };

async function keepToken(tx: Tx, userId: UserId, making: Making): Promise<NewToken> {
  const { wish, createdAt, expiresAt, madeWith } = making;
  const { name, scopes } = wish;
  const [id, secret] = [wish.id ?? newId(TokenId), newSecret()];
  await addToken(tx, secret, { id, userId, name, scopes, expiresAt, madeWith });
  const refs = { tokenId: id, userId, ...(madeWith && { madeWith }) };
  await remember(tx, { by: userId, did: "made-token", refs });
  const ends = expiresAt && { expiresAt: expiresAt.toISOString() };
  return { id, name, scopes, createdAt: createdAt.toISOString(), ...ends, token: `${tokenPrefix}${secret}` };
}
