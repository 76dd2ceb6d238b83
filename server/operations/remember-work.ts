import "server-only";
import type { Actor } from "@/domain/access/actor";
import { analystLayer } from "@/domain/access/layer";
import type { From, Step } from "@/domain/assignment/machine";
import type { UserId } from "@/domain/ids";
import { remember } from "@/server/data/entries";
import { membersOf } from "@/server/data/members";
import { notify } from "@/server/data/notifications";
import type { ReportStanding } from "@/server/data/standings";
import type { Tx } from "@/server/data/transaction";

export const whereOf = ({ projectId, reportId }: Pick<ReportStanding, "projectId" | "reportId">) => ({
  projectId,
  reportId,
});

/** In a blind project only those who see a person's layer read what they do. */
export function rememberWork(
  tx: Tx,
  {
    actor,
    on,
    did,
    userId,
    refs,
  }: {
    actor: Actor;
    on: Pick<ReportStanding, "reportId" | "projectId" | "standing">;
    did: Step["did"];
    userId: UserId;
    refs?: Record<string, string>;
  },
): Promise<void> {
  const layer = on.standing.mode === "independent" ? analystLayer(userId) : undefined;
  return remember(tx, { by: actor.userId, did, ...whereOf(on), layer, refs: { userId, ...refs } });
}

/** Tells those whom a step of somebody’s work concerns. */
export async function tellOf(
  tx: Tx,
  { actor, on, userId, to }: { actor: Actor; on: ReportStanding; userId: UserId; to: From },
) {
  const by = actor.userId;
  if (to === "assigned") await notify(tx, { kind: "assigned", by, to: [userId], ...whereOf(on) });
  if (to === "returned") await notify(tx, { kind: "sent-back", by, to: [userId], ...whereOf(on) });
  if (to === "submitted") {
    const members = await membersOf(tx, actor.workspaceId, on.projectId);
    const reviewers = members.filter(({ role }) => role === "reviewer").map((member) => member.userId);
    await notify(tx, { kind: "submitted", by, to: reviewers, ...whereOf(on) });
  }
}
