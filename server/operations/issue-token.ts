import "server-only";
import { scopes } from "@/domain/access/actor";
import { fail, type Result } from "@/domain/failure";
import { TokenId } from "@/domain/ids";
import type { NewToken, PutToken } from "@/domain/people/token";
import { accountByEmail } from "@/server/data/accounts";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { makeToken } from "@/server/operations/make-token";

/** Makes a token for somebody else: only from the machine's own command line, where the database is open anyway. */
export async function issueToken(email: string, wish: PutToken): Promise<Result<NewToken>> {
  const account = await accountByEmail(sql, email.trim().toLowerCase());
  if (!account) return fail({ kind: "not-found" });
  const { userId, workspaceId, name } = account;
  const actor = { userId, workspaceId, name, email: account.email, workspaceRole: "member", scopes } as const;
  return makeToken({ ...actor, via: { token: newId(TokenId) } }, wish);
}
