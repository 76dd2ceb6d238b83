import { change, rowOf } from "@/server/operations/report-change";
import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { Deed } from "@/domain/history/entry";
import type { ProjectId, ReportId } from "@/domain/ids";
import { fieldProblems } from "@/domain/report/field-problems";
import type { ChangeReport, ChangeReports, ReportRow, ReportState, Triaging } from "@/domain/report/report";
import { alike, carried, isOverruled } from "@/domain/seen";
import { now } from "@/server/clock";
import { closeWork, reopenWork } from "@/server/data/assignments";
import { currentCodebook } from "@/server/data/codebooks";
import { lastToDo, remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { rowFrom } from "@/server/data/report-row";
import { lockReport, refreshReportState } from "@/server/data/report-state";
import { findReport, changeReport as writeReport } from "@/server/data/reports";
import { type ReportStanding, standingIn, standingOn } from "@/server/data/standings";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { rememberWork } from "@/server/operations/remember-work";

/**
 * Corrects what is known about where a report comes from, or plans it: priority, due date, embargo. Its text never
 * changes. Null empties a field.
 */
export const changeReport = (actor: Actor, id: ReportId, { seen, ...wish }: ChangeReport) =>
  change(actor, id, {
    deed: "change-report",
    did: "changed-report",
    async write(tx, on) {
      const current = seen && (await rowOf(tx, actor, on.standing, id));
      const { change: wanted, overruled } = carried(wish, seen, current ?? {});
      if (overruled.length > 0) return toldOf(tx, ["changed-report"], { on, current, fields: overruled });
      if (wanted.fields) {
        const [now, codebook] = [
          await rowOf(tx, actor, on.standing, id),
          await currentCodebook(tx, actor.workspaceId, on.projectId),
        ];
        const problems = fieldProblems(wanted.fields, codebook?.reportFields ?? [], now?.fields);
        if (problems.length > 0) return fail({ kind: "invalid", problems });
      }
      await writeReport(tx, id, columnsOf(wanted));
      return ok(undefined);
    },
  });

/** Answers who wants to overrule a colleague unseen: nothing is written, and they are told of whom, and what stands. */
async function toldOf(
  tx: Tx,
  deeds: readonly Deed[],
  {
    on: { projectId, reportId },
    current,
    fields,
  }: { on: Pick<ReportStanding, "projectId" | "reportId">; current: unknown; fields: readonly string[] },
) {
  return fail({ kind: "conflict", current, fields, changed: await lastToDo(tx, deeds, { projectId, reportId }) });
}

const columnsOf = ({ embargoUntil, foundConfirmed, fields, ...same }: Omit<ChangeReport, "seen">) => ({
  ...same,
  ...(fields && { fields: JSON.stringify(fields) }),
  ...(foundConfirmed && { found_confirmed: true }),
  ...(embargoUntil !== undefined && { embargo_until: embargoUntil }),
  ...(same.language !== undefined && { language_guessed: false }),
});

/** The same triage or plan for many reports, all of them or none; answers their rows. */
export const changeReports = (
  actor: Actor,
  projectId: ProjectId,
  { reports, triage, duplicateOf, seen, ...plan }: ChangeReports,
): Promise<Result<{ items: ReportRow[] }>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const planned = Object.values(plan).some((value) => value !== undefined);
    const refusal =
      (triage && refusalInProject(actor, standing, "triage")) ||
      (planned && refusalInProject(actor, standing, "change-report"));
    if (refusal) return fail(refusal);
    const deeds = [...(planned ? (["changed-report"] as const) : []), ...(triage ? (["triaged-report"] as const) : [])];
    const ids = [...new Set(reports)].toSorted();
    const items: ReportRow[] = [];
    for (const [at, id] of [...ids, ...(duplicateOf ? [duplicateOf] : [])].entries()) {
      const on = await standingOn(tx, actor, id);
      if (on?.projectId === projectId && (at === ids.length || id !== duplicateOf)) continue;
      const field = at < ids.length ? `reports.${reports.indexOf(id)}` : "duplicateOf";
      return invalid(field, "There is no such report in this project, or it would duplicate itself.");
    }
    for (const id of ids) {
      await lockReport(tx, id);
      const looked = seen?.[id];
      const before = await findReport(tx, actor, standing, id);
      const current = looked && before && rowFrom(before);
      const { change: wanted, overruled } = carried(plan, looked, current ?? {});
      const fields = [
        ...overruled,
        ...(triage ? retriaged(current, { triage, duplicateOf, seen: looked?.triage }) : []),
      ];
      if (fields.length > 0) {
        return toldOf(tx, ["changed-report", "triaged-report"], { on: { projectId, reportId: id }, current, fields });
      }
      if (planned) await writeReport(tx, id, columnsOf(wanted));
      if (triage) await writeReport(tx, id, { triage, duplicate_of: duplicateOf ?? null });
      await refreshReportState(tx, id);
      const stored = await findReport(tx, actor, standing, id);
      const did = alike(before, stored) ? [] : deeds;
      for (const each of did) await remember(tx, { by: actor.userId, did: each, projectId, reportId: id });
      if (stored) items.push(rowFrom(stored));
    }
    return ok({ items });
  });

/** Says what a report is worth working on. */
export const triageReport = (actor: Actor, id: ReportId, { triage, duplicateOf, seen }: Triaging) =>
  change(actor, id, {
    deed: "triage",
    did: "triaged-report",
    async write(tx, on) {
      if (duplicateOf !== undefined) {
        const other = duplicateOf === id ? undefined : await standingOn(tx, actor, duplicateOf);
        if (other?.projectId !== on.projectId)
          return invalid("duplicateOf", "There is no such report in this project.");
      }
      const current = seen && (await rowOf(tx, actor, on.standing, id));
      const fields = retriaged(current, { triage, duplicateOf, seen });
      if (fields.length > 0) return toldOf(tx, ["triaged-report"], { on, current, fields });
      await writeReport(tx, id, { triage, duplicate_of: duplicateOf ?? null });
      return ok(undefined);
    },
  });

async function close(tx: Tx, actor: Actor, on: ReportStanding, seen?: ReportState): Promise<Result<void>> {
  if (on.closed) return ok(undefined);
  const current = seen && (await rowOf(tx, actor, on.standing, on.reportId));
  if (isOverruled(current?.state, { seen, wish: "closed" })) {
    return toldOf(tx, stateMovers, { on, current, fields: ["state"] });
  }
  const at = now();
  await writeReport(tx, on.reportId, { closed_at: at });
  for (const userId of await closeWork(tx, on.reportId, at))
    await rememberWork(tx, { actor, on, did: "closed-work", userId });
  return ok(undefined);
}

/** What a colleague's triage is overruled in: that it was triaged, or what it is a duplicate of. */
function retriaged(
  current: Pick<ReportRow, "triage" | "duplicateOf"> | undefined,
  { triage, duplicateOf, seen }: Triaging,
): string[] {
  if (!current) return [];
  const now = [current.triage, current.duplicateOf ?? null];
  const looked = seen && [seen, seen === current.triage ? (current.duplicateOf ?? null) : null];
  return isOverruled(now, { seen: looked, wish: [triage, duplicateOf ?? null] }) ? ["triage"] : [];
}

/**
 * Ends the work on a report: nothing on it can be changed until it is reopened. Whoever says in which state they saw it
 * is told when a colleague has returned, added or decided something since.
 */
export const closeReport = (actor: Actor, id: ReportId, seen?: ReportState) =>
  change(actor, id, {
    deed: "close-report",
    did: "closed-report",
    async write(tx, on) {
      return close(tx, actor, on, seen);
    },
  });

/** Closes a report and takes it out of the table; what was said on it stays, and is exported. */
export const archiveReport = (actor: Actor, id: ReportId, seen?: ReportState) =>
  change(actor, id, {
    deed: "archive-report",
    did: "archived-report",
    async write(tx, on) {
      const closed = await close(tx, actor, on, seen);
      if (!closed.ok) return closed;
      await writeReport(tx, id, { archived_at: now() });
      return ok(undefined);
    },
  });

/** Brings a report back into the table; it stays closed. */
export const unarchiveReport = (actor: Actor, id: ReportId) =>
  change(actor, id, {
    deed: "archive-report",
    did: "unarchived-report",
    async write(tx) {
      await writeReport(tx, id, { archived_at: null });
      return ok(undefined);
    },
  });

/** What may bring a report into another state than the one that was seen. */
const stateMovers: readonly Deed[] = [
  "tagged",
  "changed-tag",
  "withdrew-tag",
  "restored-tag",
  "accepted",
  "accepted-with-change",
  "accepted-unseen",
  "returned",
  "rejected",
  "undid-verdict",
  "returned-work",
  "submitted-work",
  "took-back-work",
  "triaged-report",
  "reopened-report",
];

export const reopenReport = (actor: Actor, id: ReportId) =>
  change(actor, id, {
    deed: "close-report",
    did: "reopened-report",
    async write(tx, on) {
      for (const userId of await reopenWork(tx, id))
        await rememberWork(tx, { actor, on, did: "reopened-work", userId });
      await writeReport(tx, id, { closed_at: null, archived_at: null });
      return ok(undefined);
    },
  });
