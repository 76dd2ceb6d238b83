import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { SignIn } from "@/domain/people/session";
import { now } from "@/server/clock";
import { sessionsOf } from "@/server/data/sessions";

/** Where this person is signed in. */
export async function listSignIns(actor: Actor): Promise<Result<{ items: SignIn[] }>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  if (refusal) return fail(refusal);
  const asking = "session" in actor.via ? actor.via.session : undefined;
  const items = (await sessionsOf(actor.userId, now())).map(({ createdAt, seenAt, ...rest }) => ({
    ...rest,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    current: rest.id === asking,
  }));
  return ok({ items });
}
