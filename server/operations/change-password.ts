import "server-only";
import type { Actor } from "@/domain/access/actor";
import { brakes } from "@/domain/access/brake";
import { passwordRefusal } from "@/domain/access/password";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ChangePassword } from "@/domain/people/session";
import { answerWords } from "@/messages/answers";
import { accountById, replacePassword } from "@/server/data/accounts";
import { brake } from "@/server/data/brakes";
import { endCredentials } from "@/server/data/credentials";
import { remember } from "@/server/data/entries";
import { inTransaction, sql } from "@/server/data/transaction";
import { hashPassword, isPassword } from "@/server/session/hashing";

const words = answerWords();

/** Sets a new password for whoever knows the present one, and ends their other sign-ins, their tokens and their links. */
export async function changePassword(actor: Actor, { current, next }: ChangePassword): Promise<Result<undefined>> {
  const refused = refusalInWorkspace(actor, "manage-own");
  if (refused) return fail(refused);
  const retryAfterMs = await brake(`password:${actor.userId}`, brakes.accountHere);
  if (retryAfterMs > 0) return fail({ kind: "rate-limited", retryAfterMs });
  const seen = (await accountById(sql, actor.userId))?.passwordHash ?? "";
  if (!(await isPassword(current, seen || null))) return invalid("current", words("password.password-wrong"));
  const refusal = passwordRefusal(next, [actor.email, actor.name]);
  if (refusal) return invalid("next", words(`password.${refusal}`));

  const hashes = { seen, next: await hashPassword(next) };
  const asking = "session" in actor.via ? actor.via.session : undefined;
  return inTransaction(actor.workspaceId, async (tx) => {
    if (!(await replacePassword(tx, actor.userId, hashes))) return invalid("current", words("password.password-wrong"));
    await endCredentials(tx, actor.userId, { allBut: asking });
    await remember(tx, { by: actor.userId, did: "changed-password", refs: { userId: actor.userId } });
    return ok(undefined);
  });
}
