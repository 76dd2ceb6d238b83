import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReleaseId } from "@/domain/ids";
import { approvalOf } from "@/domain/protection/approval";
import type { DecideRelease, Release } from "@/domain/release/release";
import { remember } from "@/server/data/entries";
import { notify, unnotify } from "@/server/data/notifications";
import { decidersIn, holdRelease, keepDecision, protectionsOf } from "@/server/data/releases/deciding";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { openRelease } from "@/server/operations/releases";

/**
 * Approves or declines a release that waits for a second person. Never whoever asked approves it, and an approval holds
 * for exactly what was looked at, under what was protected then. Whoever asked may take their own back by declining it.
 */
export function decideOnRelease(actor: Actor, id: ReleaseId, said: DecideRelease): Promise<Result<Release>> {
  return inTransaction<Release>(actor.workspaceId, async (tx) => {
    await holdRelease(tx, id);
    const opened = await openRelease(tx, actor, id, "decide-release");
    if (!opened.ok) return opened;
    const { release } = opened.value;
    const refusal = await refusalFor(tx, actor, release, said);
    if (refusal) return fail(refusal);
    const approved = said.decision === "approve";
    await keepDecision(tx, actor, { id, approved, reason: said.reason });
    const { projectId, number, by } = release;
    const did = approved ? "approved-release" : "declined-release";
    await remember(tx, { by: actor.userId, did, projectId, refs: { releaseId: id, number } });
    await unnotify(tx, { kind: "release-asked", by, to: await decidersIn(tx, projectId), projectId });
    const kind = approved ? "release-approved" : "release-declined";
    await notify(tx, { kind, by: actor.userId, to: [by], projectId });
    const now = await openRelease(tx, actor, id, "decide-release");
    return now.ok ? ok(now.value.release) : now;
  });
}

async function refusalFor(tx: Tx, actor: Actor, release: Release, { decision, digest }: DecideRelease) {
  const conflict = (reason: string) => ({ kind: "conflict", current: release, reason }) as const;
  if (release.state !== "waiting") return conflict(notWaiting(release));
  if (digest !== release.digest)
    return conflict("This is not the digest of this release, so nothing was decided. Look at the release again.");
  if (decision === "decline") return undefined;
  const protections = await protectionsOf(tx, actor.workspaceId, release.id);
  const asked = { askedBy: release.by, digest: release.digest, protection: protections?.now ?? 0 };
  const verdict = { by: actor.userId, decision, digest, protection: protections?.frozen ?? 0 };
  const approval = approvalOf({ secondPerson: true }, asked, [verdict]);
  if (approval === "waiting") return { kind: "forbidden", reason: "own-release" } as const;
  if (approval === "approved") return undefined;
  return conflict(
    `What is protected was changed since release ${release.number} was frozen, so it was not approved. Decline it, and have it made again.`,
  );
}

function notWaiting({ number, state, decided }: Release): string {
  if (decided)
    return `${decided.byName} ${decided.approved ? "approved" : "declined"} release ${number} before. That stands.`;
  if (state === "erased")
    return `The files of release ${number} were deleted with a report in it, so there is nothing to approve.`;
  return `Release ${number} needs nobody's approval. It is there for everybody who may see releases.`;
}
