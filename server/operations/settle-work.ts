import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Assignment } from "@/domain/assignment/assignment";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ProjectId, UserId } from "@/domain/ids";
import { findAssignment, keepAssignment, openAssignmentsIn } from "@/server/data/assignments";
import { findMember } from "@/server/data/members";
import { lockReport, refreshReportState } from "@/server/data/report-state";
import { standingIn } from "@/server/data/standings";
import type { Tx } from "@/server/data/transaction";
import { passOn } from "@/server/operations/hand-over-work";
import { rememberWork } from "@/server/operations/remember-work";

/**
 * Lets somebody's open work in a project go to somebody else or to nobody, before they leave. Without a choice the
 * answer is a conflict that lists what is open.
 */
export async function settleWork(
  tx: Tx,
  actor: Actor,
  { projectId, userId, handTo }: { projectId: ProjectId; userId: UserId; handTo: UserId | "nobody" | undefined },
): Promise<Result<undefined>> {
  const open = await openAssignmentsIn(tx, projectId, userId);
  if (open.length === 0) return ok(undefined);
  if (handTo === undefined) {
    const reason = "They still have work here. Say who takes it with handTo, or that nobody does.";
    return fail({ kind: "conflict", current: { openWork: open }, reason });
  }
  const standing = await standingIn(tx, actor, projectId);
  const heir = handTo === "nobody" ? undefined : await findMember(tx, actor.workspaceId, projectId, handTo);
  if (!standing || (handTo !== "nobody" && (!heir || heir.role === "reader" || heir.userId === userId))) {
    return invalid("handTo", "Only somebody else who may tag in this project can take work over.");
  }
  for (const { reportId } of open) {
    await lockReport(tx, reportId);
    const current = await findAssignment(tx, actor.workspaceId, reportId, userId);
    if (current) await settle(tx, actor, { current, heir: heir?.userId, on: { reportId, projectId, standing } });
    await refreshReportState(tx, reportId);
  }
  return ok(undefined);
}

type On = Parameters<typeof passOn>[1]["on"];

/** Who has the report already keeps it as it is. */
async function settle(
  tx: Tx,
  actor: Actor,
  { current, heir, on }: { current: Assignment; heir: UserId | undefined; on: On },
): Promise<void> {
  const theirs = heir && (await findAssignment(tx, actor.workspaceId, on.reportId, heir));
  if (heir && (!theirs || (theirs.state === "closed" && theirs.submittedAt === undefined))) {
    await passOn(tx, { actor, on, current, to: heir, note: current.note, readTo: current.readTo });
    return;
  }
  await keepAssignment(tx, { ...current, state: "closed", by: actor.userId, submittedAt: "never" });
  await rememberWork(tx, { actor, on, did: "returned-to-pool", userId: current.userId });
}
