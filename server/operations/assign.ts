import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalForStep, refusalInProject, writingLayer } from "@/domain/access/policy";
import { allAreIn } from "@/domain/assignment/all-in";
import type { Assignment, AssignmentState, PutAssignment } from "@/domain/assignment/assignment";
import { type From, type Step, stepBetween } from "@/domain/assignment/machine";
import { fail, invalid, ok, type Problem, type Result } from "@/domain/failure";
import type { Missing } from "@/domain/review/missing";
import {
  assignmentsOn,
  blindTaggers,
  findAssignment,
  keepAssignment,
  removeAssignmentRow,
  type WorkSettings,
  workSettings,
} from "@/server/data/assignments";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { missingOn } from "@/server/data/handing-in";
import { findMember } from "@/server/data/members";
import { notify } from "@/server/data/notifications";
import { lockReport, refreshReportState } from "@/server/data/report-state";
import { type ReportStanding, standingOn } from "@/server/data/standings";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { handOver } from "@/server/operations/hand-over-work";
import { movedMeanwhile, type Whose } from "@/server/operations/moved-meanwhile";
import { openReportLayers } from "@/server/operations/open-entities";
import { rememberWork, tellOf, whereOf } from "@/server/operations/remember-work";

/** Brings an assignment into a state or hands it over. The same said again changes nothing and answers the same. */
export const putAssignment = (actor: Actor, whose: Whose, wish: PutAssignment): Promise<Result<Assignment>> =>
  withWork(actor, whose, async (tx, on, current) => {
    const moved = await movedMeanwhile(tx, on, { current, whose, seen: wish.seen, to: wish.state });
    if (moved) return moved;
    return wish.handTo
      ? handOver(tx, { actor, on, current, wish, to: wish.handTo })
      : bring(tx, { actor, on, current, whose, wish });
  });

/** Takes an assignment away again; what its analyst tagged stays. */
export const removeAssignment = (actor: Actor, whose: Whose, seen?: AssignmentState): Promise<Result<undefined>> =>
  withWork(actor, whose, async (tx, on, current) => {
    const moved = await movedMeanwhile(tx, on, { current, whose, seen, to: "none" });
    if (moved && current) return moved;
    if (!current) return fail({ kind: "not-found" });
    const step = allowed({ actor, on, from: current.state, to: "none", mine: false, current });
    if (!step.ok) return step;
    await removeAssignmentRow(tx, whose.reportId, whose.userId);
    await rememberWork(tx, { actor, on, did: "unassigned", userId: whose.userId });
    await notify(tx, { kind: "unassigned", by: actor.userId, to: [whose.userId], ...whereOf(on) });
    await refreshReportState(tx, whose.reportId);
    return ok(undefined);
  });

/** Locks the report, so that its work changes hands one move at a time, and reads where things stand. */
function withWork<T>(
  actor: Actor,
  { reportId, userId }: Whose,
  work: (tx: Tx, on: ReportStanding, current: Assignment | undefined) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    await lockReport(tx, reportId);
    await holdGate(tx, actor);
    const on = await standingOn(tx, actor, reportId);
    if (!on) return fail({ kind: "not-found" });
    const mine = userId === actor.userId;
    const refusal = refusalInProject(actor, on.standing, "do-work");
    if (refusal) return fail(refusal);
    // An analyst learns nothing of another's work, not even from what it could become.
    if (!mine && refusalInProject(actor, on.standing, "review-work")) {
      return fail({ kind: "forbidden", reason: "not-your-assignment" });
    }
    return work(tx, on, await findAssignment(tx, actor.workspaceId, reportId, userId));
  });
}

type Move = {
  actor: Actor;
  on: ReportStanding;
  from: From;
  to: From;
  mine: boolean;
  current: Assignment | undefined;
};

/** The step of the machine that this move is, if this person may make it now. */
function allowed({ actor, on, from, to, mine, current }: Move): Result<Step> {
  const step = stepBetween(from, to);
  if (!step) {
    const reason = current
      ? `This work is ${from}; it cannot become ${to} from there.`
      : `Nobody was assigned, so there is nothing that could become ${to}.`;
    return fail({ kind: "conflict", current: current ?? null, reason });
  }
  const refusal = refusalForStep(actor, on.standing, { who: step.who, mine });
  if (refusal) return fail(refusal);
  if (on.closed) return fail({ kind: "forbidden", reason: "report-closed" });
  const peeking = from === "submitted" && to === "in progress" && on.standing.mode === "independent" && on.layersOpen;
  return peeking ? fail({ kind: "forbidden", reason: "layers-open" }) : ok(step);
}

async function bring(
  tx: Tx,
  {
    actor,
    on,
    current,
    whose,
    wish,
  }: { actor: Actor; on: ReportStanding; current: Assignment | undefined; whose: Whose; wish: PutAssignment },
): Promise<Result<Assignment>> {
  const { reportId, userId } = whose;
  const mine = userId === actor.userId;
  const { state: to = "assigned", note, readTo } = wish;
  const noted = to === "submitted" ? ("submitNote" as const) : ("note" as const);
  const said = { ...(note !== undefined && { [noted]: note }), ...(readTo !== undefined && { readTo }) };
  const kept = { ...whose, projectId: on.projectId, state: to, by: actor.userId, touched: mine, ...said };
  if (current?.state === to) {
    const same = (note ?? current[noted]) === current[noted] && (readTo ?? current.readTo) === current.readTo;
    return ok(same ? current : await keepAssignment(tx, kept));
  }

  const from = current?.state ?? "none";
  const step = allowed({ actor, on, from, to, mine, current });
  if (!step.ok) return step;
  const assignee = mine ? on.standing.role : (await findMember(tx, actor.workspaceId, on.projectId, userId))?.role;
  if (to === "assigned" && (!assignee || assignee === "reader")) {
    return invalid("userId", "Only those who may tag in this project can be given work.");
  }
  const settings = await workSettings(tx, actor.workspaceId, reportId);
  if (to === "submitted") {
    const layer = writingLayer(userId, { role: assignee ?? "analyst", mode: on.standing.mode });
    const missing = await missingOn(tx, { reportId, userId, layer, settings });
    const problems = missing.filter(({ required }) => required).map(problemOf);
    if (problems.length > 0) return fail({ kind: "invalid", problems });
  }

  const assignment = await keepAssignment(tx, {
    ...kept,
    ...(from === "none" && { origin: to === "assigned" ? ("editor" as const) : ("own" as const) }),
    ...(from === "closed" && to === "assigned" && { origin: "editor" as const, submittedAt: "never" as const }),
    ...(to === "submitted" && { submittedAt: "now" as const, submitNote: note ?? "" }),
    ...(from === "submitted" && to === "in progress" && { submittedAt: "never" as const }),
  });
  await rememberWork(tx, { actor, on, did: step.value.did, userId });
  await tellOf(tx, { actor, on, userId, to });
  await openIfAllAreIn(tx, actor, on, settings);
  await refreshReportState(tx, reportId);
  return ok(assignment);
}

/** Ends the blind work on a report once everybody who was asked has handed it in; never in a practice project. */
async function openIfAllAreIn(tx: Tx, actor: Actor, on: ReportStanding, { practice, poolSize }: WorkSettings) {
  if (on.standing.mode === "shared" || on.layersOpen || practice) return;
  const work = await assignmentsOn(tx, actor.workspaceId, on.reportId);
  const taggers = await blindTaggers(tx, actor.workspaceId, on.reportId);
  const states = work.map((each) => ({ ...each, submitted: each.submittedAt !== undefined }));
  if (!allAreIn(states, poolSize, taggers)) return;
  await remember(tx, { by: actor.userId, did: "opened-layers", ...whereOf(on) });
  await openReportLayers(tx, actor, whereOf(on));
}

/** Only what blocks a submission is ever answered. */
const words: Partial<Record<Missing["field"], string>> = {
  answer: "A reviewer returned this tag: change it, withdraw it or answer in its discussion.",
  "attributes.kind": "The claim has no kind.",
  "attributes.restatement": "The report is in another language: say the claim in the project's own.",
};

const problemOf = ({ tagId, field }: Missing): Problem => ({
  field: `tags.${tagId}.${field}`,
  reason: words[field] ?? "Something is missing here.",
});
