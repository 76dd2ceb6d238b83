import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId, UserId } from "@/domain/ids";
import type { ChangeMember, Member } from "@/domain/project/project";
import { alike, carried } from "@/domain/seen";
import { lastToDo, remember } from "@/server/data/entries";
import { holdGate, shutGates } from "@/server/data/gates";
import { findMember, lockMember, putMember, removeMemberRow, sampleMember } from "@/server/data/members";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { settleWork } from "@/server/operations/settle-work";

/** Gives a member another role, which holds from their next request on, or another rate of sampling. */
export function changeMember(
  actor: Actor,
  { projectId, userId }: { projectId: ProjectId; userId: UserId },
  { seen, ...sent }: ChangeMember,
): Promise<Result<Member>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const member = await changeable(tx, actor, projectId, userId);
    if (!member.ok) return member;
    const { change, overruled } = carried(sent, seen, member.value);
    if (overruled.length > 0) {
      const changed = await lastToDo(tx, ["changed-member"], { projectId, userId });
      return fail({ kind: "conflict", current: member.value, fields: overruled, changed });
    }
    if (alike(member.value, { ...member.value, ...change })) return member;
    const { role, sampling } = change;
    if (role !== undefined) await putMember(tx, projectId, userId, role);
    if (role !== undefined) await shutGates(tx, [userId]);
    if (sampling !== undefined) await sampleMember(tx, projectId, userId, sampling);
    const refs = {
      userId,
      ...(role !== undefined && { role }),
      ...(sampling !== undefined && { sampling: sampling ?? "" }),
    };
    await remember(tx, { by: actor.userId, did: "changed-member", projectId, refs });
    return ok({ ...member.value, ...(role && { role }), ...(sampling !== undefined && { sampling }) });
  });
}

/**
 * Takes somebody out of a project; what they did there stays. While they have open work, somebody has to be named who
 * takes it, or "nobody": then it goes back to the pool, or waits to be given out.
 */
export function removeMember(
  actor: Actor,
  { projectId, userId }: { projectId: ProjectId; userId: UserId },
  handTo?: UserId | "nobody",
): Promise<Result<undefined>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const member = await changeable(tx, actor, projectId, userId);
    if (!member.ok) return member;
    const settled = await settleWork(tx, actor, { projectId, userId, handTo });
    if (!settled.ok) return settled;
    await removeMemberRow(tx, projectId, userId);
    await shutGates(tx, [userId]);
    await remember(tx, { by: actor.userId, did: "removed-member", projectId, refs: { userId } });
    return ok(undefined);
  });
}

async function changeable(tx: Tx, actor: Actor, projectId: ProjectId, userId: UserId): Promise<Result<Member>> {
  await holdGate(tx, actor);
  const standing = await standingIn(tx, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "change-members");
  if (refusal) return fail(refusal);
  await lockMember(tx, projectId, userId);
  const member = await findMember(tx, actor.workspaceId, projectId, userId);
  return member ? ok(member) : fail({ kind: "not-found" });
}
