import "server-only";
import type { Actor } from "@/domain/access/actor";
import { type ProjectDeed, refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { Deed } from "@/domain/history/entry";
import type { ProjectId, ReportId } from "@/domain/ids";
import type { ChangeReport, ChangeReports, ReportRow, Triaging } from "@/domain/report/report";
import { now } from "@/server/clock";
import { closeWork, reopenWork } from "@/server/data/assignments";
import { remember } from "@/server/data/entries";
import { rowFrom } from "@/server/data/report-row";
import { lockReport, refreshReportState } from "@/server/data/report-state";
import { findReport, changeReport as writeReport } from "@/server/data/reports";
import { type ReportStanding, standingIn, standingOn } from "@/server/data/standings";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { rememberWork } from "@/server/operations/assign";

type Change = { deed: ProjectDeed; did: Deed; write: (tx: Tx, on: ReportStanding) => Promise<Result<void>> };

/** Load, allow, change, remember: the same for everything that is true of a whole report. */
function change(actor: Actor, id: ReportId, { deed, did, write }: Change): Promise<Result<ReportRow>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const on = await standingOn(tx, actor, id);
    if (!on) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, on.standing, deed);
    if (refusal) return fail(refusal);
    const written = await write(tx, on);
    if (!written.ok) return written;
    await refreshReportState(tx, id);
    await remember(tx, { by: actor.userId, did, projectId: on.projectId, reportId: id });
    const stored = await findReport(tx, actor, on.standing, id);
    return stored ? ok(rowFrom(stored)) : fail({ kind: "not-found" });
  });
}

/**
 * Corrects what is known about where a report comes from, or plans it: priority, due date, embargo. Its text never
 * changes. Null empties a field.
 */
export const changeReport = (actor: Actor, id: ReportId, wish: ChangeReport) =>
  change(actor, id, {
    deed: "change-report",
    did: "changed-report",
    async write(tx) {
      await writeReport(tx, id, columnsOf(wish));
      return ok(undefined);
    },
  });

const columnsOf = ({ embargoUntil, ...same }: Omit<ChangeReport, "triage">) => ({
  ...same,
  ...(embargoUntil !== undefined && { embargo_until: embargoUntil }),
});

/** The same triage or plan for many reports, all of them or none; answers their rows. */
export const changeReports = (
  actor: Actor,
  projectId: ProjectId,
  { reports, triage, duplicateOf, ...plan }: ChangeReports,
): Promise<Result<{ items: ReportRow[] }>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const planned = Object.values(plan).some((value) => value !== undefined);
    const refusal =
      (triage && refusalInProject(actor, standing, "triage")) ||
      (planned && refusalInProject(actor, standing, "change-report"));
    if (refusal) return fail(refusal);
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
      if (planned) await writeReport(tx, id, columnsOf(plan));
      if (triage) await writeReport(tx, id, { triage, duplicate_of: duplicateOf ?? null });
      await refreshReportState(tx, id);
      if (planned) await remember(tx, { by: actor.userId, did: "changed-report", projectId, reportId: id });
      if (triage) await remember(tx, { by: actor.userId, did: "triaged-report", projectId, reportId: id });
      const stored = await findReport(tx, actor, standing, id);
      if (stored) items.push(rowFrom(stored));
    }
    return ok({ items });
  });

/** Says what a report is worth working on. */
export const triageReport = (actor: Actor, id: ReportId, { triage, duplicateOf }: Triaging) =>
  change(actor, id, {
    deed: "triage",
    did: "triaged-report",
    async write(tx, on) {
      if (duplicateOf !== undefined) {
        const other = duplicateOf === id ? undefined : await standingOn(tx, actor, duplicateOf);
        if (other?.projectId !== on.projectId)
          return invalid("duplicateOf", "There is no such report in this project.");
      }
      await writeReport(tx, id, { triage, duplicate_of: duplicateOf ?? null });
      return ok(undefined);
    },
  });

async function close(tx: Tx, actor: Actor, on: ReportStanding): Promise<void> {
  const at = now();
  await writeReport(tx, on.reportId, { closed_at: at });
  for (const userId of await closeWork(tx, on.reportId, at))
    await rememberWork(tx, { actor, on, did: "closed-work", userId });
}

/** Ends the work on a report: nothing on it can be changed until it is reopened. */
export const closeReport = (actor: Actor, id: ReportId) =>
  change(actor, id, {
    deed: "close-report",
    did: "closed-report",
    async write(tx, on) {
      if (!on.closed) await close(tx, actor, on);
      return ok(undefined);
    },
  });

/** Closes a report and takes it out of the table; what was said on it stays, and is exported. */
export const archiveReport = (actor: Actor, id: ReportId) =>
  change(actor, id, {
    deed: "archive-report",
    did: "archived-report",
    async write(tx, on) {
      if (!on.closed) await close(tx, actor, on);
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
