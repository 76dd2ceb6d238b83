import "server-only";
import { fail, ok, type Result } from "@/domain/failure";
import type { NewToken, PutToken } from "@/domain/people/token";
import { accountByEmail } from "@/server/data/accounts";
import { inTransaction, sql } from "@/server/data/transaction";
import { makeTokenHere } from "@/server/operations/make-token";

/** Makes a token for somebody else: only from the machine's own command line, where the database is open anyway. */
export async function issueToken(email: string, wish: PutToken): Promise<Result<NewToken>> {
  const account = await accountByEmail(sql, email.trim().toLowerCase());
  if (!account) return fail({ kind: "not-found" });
  const { userId, workspaceId } = account;
  return inTransaction(workspaceId, async (tx) => ok(await makeTokenHere(tx, userId, wish)));
}
