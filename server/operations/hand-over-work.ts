import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalForStep } from "@/domain/access/policy";
import type { Assignment, PutAssignment } from "@/domain/assignment/assignment";
import { isOpenWork } from "@/domain/assignment/machine";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { UserId } from "@/domain/ids";
import { findAssignment, keepAssignment } from "@/server/data/assignments";
import { findMember } from "@/server/data/members";
import { notify } from "@/server/data/notifications";
import { refreshReportState } from "@/server/data/report-state";
import type { ReportStanding } from "@/server/data/standings";
import type { Tx } from "@/server/data/transaction";
import { rememberWork, whereOf } from "./remember-work";

/** Gives unfinished work to somebody else, with a note and the place one has read to. */
export async function handOver(
  tx: Tx,
  {
    actor,
    on,
    current,
    wish: { note = "", readTo },
    to,
  }: { actor: Actor; on: ReportStanding; current: Assignment | undefined; wish: PutAssignment; to: UserId },
): Promise<Result<Assignment>> {
  const { reportId, projectId } = on;
  const heirs = await findAssignment(tx, actor.workspaceId, reportId, to);
  if (heirs?.origin === "hand-over" && isOpenWork(heirs.state) && (!current || !isOpenWork(current.state)))
    return ok(heirs);
  if (!current) return fail({ kind: "not-found" });
  const refusal = refusalForStep(actor, on.standing, {
    who: ["self", "editor"],
    mine: current.userId === actor.userId,
  });
  if (refusal) return fail(refusal);
  if (on.closed) return fail({ kind: "forbidden", reason: "report-closed" });
  if (!isOpenWork(current.state)) {
    return fail({ kind: "conflict", current, reason: `This work is ${current.state}: there is nothing to hand over.` });
  }
  const heir = await findMember(tx, actor.workspaceId, projectId, to);
  if (!heir || heir.role === "reader" || to === current.userId) {
    return invalid("handTo", "Only somebody else who may tag in this project can take work over.");
  }
  if (heirs && !(heirs.state === "closed" && heirs.submittedAt === undefined)) {
    return invalid("handTo", "They have this report already.");
  }
  const assignment = await passOn(tx, { actor, on, current, to, note, readTo: readTo ?? current.readTo });
  await refreshReportState(tx, reportId);
  return ok(assignment);
}

/** The rows of a hand-over: the one before keeps a line that says so, the one after begins where they were. */
export async function passOn(
  tx: Tx,
  {
    actor,
    on,
    current,
    to,
    note,
    readTo,
  }: {
    actor: Actor;
    on: Pick<ReportStanding, "reportId" | "projectId" | "standing">;
    current: Assignment;
    to: UserId;
    note: string;
    readTo: number;
  },
): Promise<Assignment> {
  const { reportId, projectId } = on;
  const by = actor.userId;
  await keepAssignment(tx, { reportId, projectId, userId: current.userId, state: "closed", by, submittedAt: "never" });
  const assignment = await keepAssignment(tx, {
    reportId,
    projectId,
    userId: to,
    state: "assigned",
    origin: "hand-over",
    note,
    // A blind analyst begins with a clean text of their own.
    readTo: on.standing.mode === "shared" ? readTo : 0,
    submittedAt: "never",
    by,
  });
  await rememberWork(tx, { actor, on, did: "handed-over-work", userId: current.userId, refs: { to } });
  await notify(tx, { kind: "handed-over", by, to: [to], ...whereOf(on) });
  if (current.userId !== by) await notify(tx, { kind: "unassigned", by, to: [current.userId], ...whereOf(on) });
  return assignment;
}
