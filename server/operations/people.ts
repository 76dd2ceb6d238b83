import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalForLink, refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { UserId } from "@/domain/ids";
import type { ChangePerson, MakeLink, OneTimeLink, Person } from "@/domain/people/person";
import { endCredentials, stillHolds } from "@/server/data/credentials";
import { remember } from "@/server/data/entries";
import { inTransaction, sql, type Tx } from "@/server/data/transaction";
import { changePersonRow, countAdmins, findPerson, peopleOf } from "@/server/data/workspace-people";
import { invitationFor } from "@/server/operations/add-member";

/** Everybody of the workspace, for its admins. */
export async function listPeople(actor: Actor): Promise<Result<{ items: Person[] }>> {
  const refusal = refusalInWorkspace(actor, "manage-people");
  return refusal ? fail(refusal) : ok({ items: await peopleOf(sql, actor.workspaceId) });
}

/**
 * Makes somebody an admin or no longer one, or shuts them out or lets them in again. One admin always stays. What lets
 * people in (sign-ins, tokens, links) ends with shutting out, and does not come back with letting in.
 */
export function changePersonOf(actor: Actor, userId: UserId, change: ChangePerson): Promise<Result<Person>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const found = await manageable(tx, actor, userId);
    if (!found.ok) return found;
    const before = found.value;
    const after = { ...before, role: change.role ?? before.role, disabled: change.disabled ?? before.disabled };
    const runs = ({ role, disabled, invited }: Person) => role === "admin" && !disabled && !invited;
    if (runs(before) && !runs(after) && (await countAdmins(tx)) === 1) {
      return fail({ kind: "forbidden", reason: "last-admin" });
    }

    await changePersonRow(tx, userId, change);
    if (change.disabled !== undefined) await endCredentials(tx, userId);
    const refs = { userId, role: after.role, disabled: after.disabled ? 1 : 0 };
    await remember(tx, { by: actor.userId, did: "changed-person", refs });
    return ok(after);
  });
}

/** A new one-time link for somebody who lost theirs or their password; following it ends their sign-ins and tokens. */
export function relinkPerson(
  actor: Actor,
  userId: UserId,
  { expiresInDays: days }: MakeLink = {},
): Promise<Result<OneTimeLink>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const found = await manageable(tx, actor, userId);
    if (!found.ok) return found;
    const refusal = refusalForLink(actor, userId);
    if (refusal) return fail(refusal);
    if (!(await stillHolds(tx, actor))) return fail({ kind: "signed-out" });
    const { invitation: link, invitationEnds: expiresAt } = await invitationFor(tx, actor, { userId, days });
    await remember(tx, { by: actor.userId, did: "made-link", refs: { userId } });
    return ok({ link, expiresAt });
  });
}

async function manageable(tx: Tx, actor: Actor, userId: UserId): Promise<Result<Person>> {
  const refusal = refusalInWorkspace(actor, "manage-people");
  if (refusal) return fail(refusal);
  const person = await findPerson(tx, actor.workspaceId, userId);
  return person ? ok(person) : fail({ kind: "not-found" });
}
