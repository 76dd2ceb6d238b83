import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalForLink, refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { type ProjectId, type TokenId, UserId } from "@/domain/ids";
import type { AddedMember, PutMember } from "@/domain/project/project";
import { addToWorkspace, addUser } from "@/server/data/accounts";
import { stillHolds } from "@/server/data/credentials";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { addLink } from "@/server/data/links";
import { findMember, putMember, whoHas } from "@/server/data/members";
import { lockProject } from "@/server/data/projects";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { findPerson } from "@/server/data/workspace-people";
import { env } from "@/server/env";
import { newId } from "@/server/new-id";

/**
 * Gives somebody a role in a project. Somebody new to the workspace is invited by an admin: the answer carries a
 * one-time link. Asking again for somebody who has not followed theirs makes a new link.
 */
export function addMember(actor: Actor, id: ProjectId, sent: PutMember): Promise<Result<AddedMember>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    // Of two who add the same person, or one who asks twice, the second one finds them there.
    await lockProject(tx, id);
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, id);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "change-members");
    if (refusal) return fail(refusal);

    const email = await addressIn(tx, actor, sent);
    if (!email.ok) return email;
    const person = await personFor(tx, actor, { ...sent, email: email.value });
    if (!person.ok) return person;
    const { userId, invited } = person.value;
    if (invited && !(await stillHolds(tx, actor))) return fail({ kind: "signed-out" });
    const before = await findMember(tx, actor.workspaceId, id, userId);
    if (before && !invited) {
      // The same said again, as by a client that heard no answer.
      if (before.role === sent.role) return ok(before);
      return fail({ kind: "conflict", current: before, reason: "They are already a member." });
    }

    await putMember(tx, id, userId, sent.role);
    await remember(tx, { by: actor.userId, did: "added-member", projectId: id, refs: { userId, role: sent.role } });
    const member = await findMember(tx, actor.workspaceId, id, userId);
    if (!member) return fail({ kind: "not-found" });
    return ok(invited ? { ...member, ...(await invitationFor(tx, actor, { userId })) } : member);
  });
}

/** The address that was sent, or that of the person who was named by id. */
async function addressIn(tx: Tx, actor: Actor, { email, userId }: PutMember): Promise<Result<string>> {
  if (email !== undefined) return ok(email);
  const person = userId && (await findPerson(tx, actor.workspaceId, userId));
  return person ? ok(person.email) : invalid("userId", "This person is not in the workspace.");
}

/** Somebody to be let in: an address, and what they are called where that is known. */
export type Newcomer = { email: string; name?: string | undefined };

export async function personFor(
  tx: Tx,
  actor: Actor,
  sent: Newcomer,
): Promise<Result<{ userId: UserId; invited: boolean }>> {
  const known = await whoHas(tx, sent.email);
  const refusal = refusalForLink(actor, known?.userId);
  if (known?.here) return ok({ userId: known.userId, invited: known.invited && refusal === undefined });
  if (refusal && actor.workspaceRole === "admin") return fail(refusal);
  if (refusal) return fail({ kind: "forbidden", reason: "not-in-workspace" });
  if (known) return invalid("email", "This address belongs to somebody in another workspace.");
  const userId = newId(UserId);
  const name = sent.name ?? sent.email.split("@")[0] ?? sent.email;
  // Somebody who invites the same person at this moment may have been first.
  if (!(await addUser(tx, { id: userId, email: sent.email, name }))) return personFor(tx, actor, sent);
  await addToWorkspace(tx, userId, "member");
  return ok({ userId, invited: true });
}

/** A new one-time link for somebody; one they had before stops working. */
export async function invitationFor(tx: Tx, actor: Actor, whom: { userId: UserId; days?: number | undefined }) {
  const { secret, expiresAt } = await addLink(tx, { ...whom, by: actor.userId, madeWith: tokenOf(actor) });
  return { invitation: linkAddress(secret), invitationEnds: expiresAt.toISOString() };
}

/** The token that somebody came with; what is made with it ends with it. */
export const tokenOf = ({ via }: Actor): TokenId | undefined => ("token" in via ? via.token : undefined);

/** Where a one-time link is followed. */
export const linkAddress = (secret: string): string => new URL(`/welcome/${secret}`, env().url).href;
