import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalForLink, refusalInProject, refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId, UserId } from "@/domain/ids";
import type { Candidate, Invitation, InvitedPerson, PutPerson } from "@/domain/people/person";
import { stillHolds } from "@/server/data/credentials";
import { remember } from "@/server/data/entries";
import { shutGates } from "@/server/data/gates";
import { candidatesFor, endInvitation, forgetInvited, invitationsOf, projectsWith } from "@/server/data/invitations";
import { removeMemberRow, whoHas } from "@/server/data/members";
import { standingIn } from "@/server/data/standings";
import { inTransaction, sql, type Tx } from "@/server/data/transaction";
import { changePersonRow, findPerson } from "@/server/data/workspace-people";
import { invitationFor, personFor } from "@/server/operations/add-member";
import { settleWork } from "@/server/operations/settle-work";

/** The open invitations of the workspace, for its admins. */
export async function listInvitations(actor: Actor): Promise<Result<{ items: Invitation[] }>> {
  const refusal = refusalInWorkspace(actor, "manage-people");
  return refusal ? fail(refusal) : ok({ items: await invitationsOf(sql, actor.workspaceId) });
}

/** The people of the workspace who can be added to a project. */
export async function listCandidates(actor: Actor, id: ProjectId): Promise<Result<{ items: Candidate[] }>> {
  const standing = await standingIn(sql, actor, id);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-candidates");
  return refusal ? fail(refusal) : ok({ items: await candidatesFor(sql, actor.workspaceId, id) });
}

/** Invites somebody to the workspace without adding them to a project. */
export function invitePerson(
  actor: Actor,
  { role, expiresInDays: days, ...sent }: PutPerson,
): Promise<Result<InvitedPerson>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const refusal = refusalForLink(actor);
    if (refusal) return fail(refusal);
    if (!(await stillHolds(tx, actor))) return fail({ kind: "signed-out" });
    const known = await whoHas(tx, sent.email);
    if (known?.here) {
      const current = await findPerson(tx, actor.workspaceId, known.userId);
      return fail({ kind: "conflict", current, reason: "This person is already in the workspace." });
    }
    const person = await personFor(tx, actor, sent);
    if (!person.ok) return person;
    const { userId } = person.value;
    await changePersonRow(tx, userId, { role });
    await remember(tx, { by: actor.userId, did: "invited-person", refs: { userId, role } });
    const now = await findPerson(tx, actor.workspaceId, userId);
    if (!now) return fail({ kind: "not-found" });
    return ok({ ...now, ...(await invitationFor(tx, actor, { userId, days })) });
  });
}

/**
 * Withdraws the invitation of somebody who has not signed in yet: their link no longer works, they leave the workspace
 * and its projects, and reports assigned to them are free again.
 */
export function withdrawInvitation(actor: Actor, userId: UserId): Promise<Result<undefined>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const refusal = refusalInWorkspace(actor, "manage-people");
    if (refusal) return fail(refusal);
    const person = await findPerson(tx, actor.workspaceId, userId);
    if (!person) return fail({ kind: "not-found" });
    if (!(await endInvitation(tx, userId))) {
      return fail({ kind: "conflict", current: person, reason: "They have already joined. Deactivate them instead." });
    }
    const left = await leaveProjects(tx, actor, userId);
    if (!left.ok) return left;
    await shutGates(tx, [userId]);
    await forgetInvited(tx, userId);
    await remember(tx, { by: actor.userId, did: "withdrew-invitation", refs: { userId } });
    return ok(undefined);
  });
}

async function leaveProjects(tx: Tx, actor: Actor, userId: UserId): Promise<Result<undefined>> {
  for (const projectId of await projectsWith(tx, userId)) {
    const settled = await settleWork(tx, actor, { projectId, userId, handTo: "nobody" });
    if (!settled.ok) return settled;
    await removeMemberRow(tx, projectId, userId);
    await remember(tx, { by: actor.userId, did: "removed-member", projectId, refs: { userId } });
  }
  return ok(undefined);
}
