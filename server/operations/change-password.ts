import "server-only";
import type { Actor } from "@/domain/access/actor";
import { brakes } from "@/domain/access/brake";
import { passwordRefusal } from "@/domain/access/password";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ChangePassword } from "@/domain/people/session";
import { answerWords } from "@/messages/answers";
import { accountById, setPassword } from "@/server/data/accounts";
import { brake } from "@/server/data/brakes";
import { remember } from "@/server/data/entries";
import { endSessions } from "@/server/data/sessions";
import { inTransaction, sql } from "@/server/data/transaction";
import { hashPassword, isPassword } from "@/server/session/hashing";

const words = answerWords();

/** Sets a new password for whoever knows the present one, and ends their other sign-ins. */
export async function changePassword(actor: Actor, { current, next }: ChangePassword): Promise<Result<undefined>> {
  const refused = refusalInWorkspace(actor, "manage-own");
  if (refused) return fail(refused);
  const retryAfterMs = await brake(`password:${actor.userId}`, brakes.accountHere);
  if (retryAfterMs > 0) return fail({ kind: "rate-limited", retryAfterMs });
  const account = await accountById(sql, actor.userId);
  if (!(await isPassword(current, account?.passwordHash))) return invalid("current", words("password.password-wrong"));
  const refusal = passwordRefusal(next, [actor.email, actor.name]);
  if (refusal) return invalid("next", words(`password.${refusal}`));

  const passwordHash = await hashPassword(next);
  const asking = "session" in actor.via ? actor.via.session : undefined;
  return inTransaction(actor.workspaceId, async (tx) => {
    await setPassword(tx, actor.userId, passwordHash);
    await endSessions(tx, actor.userId, { allBut: asking });
    await remember(tx, { by: actor.userId, did: "changed-password", refs: { userId: actor.userId } });
    return ok(undefined);
  });
}
