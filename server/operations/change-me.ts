import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ChangeMe, Me } from "@/domain/people/me";
import { changePerson } from "@/server/data/people";
import { inTransaction } from "@/server/data/transaction";
import { aboutAsker } from "@/server/operations/read-me";

/** Changes this person's own name and preferences. */
export async function changeMe(actor: Actor, change: ChangeMe): Promise<Result<Me>> {
  const refusal = refusalInWorkspace(actor, "manage-own");
  if (refusal) return fail(refusal);
  const done = await inTransaction(actor.workspaceId, async (tx) => {
    await changePerson(tx, actor, change);
    return ok(undefined);
  });
  return done.ok ? ok(await aboutAsker({ ...actor, name: change.name ?? actor.name })) : done;
}
