import "server-only";
import type { Actor } from "@/domain/access/actor";
import { type ProjectDeed, refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { Deed } from "@/domain/history/entry";
import type { ReportId } from "@/domain/ids";
import type { ChangeProvenance, ReportRow, Triaging } from "@/domain/report/report";
import { now } from "@/server/clock";
import { closeWork, reopenWork } from "@/server/data/assignments";
import { remember } from "@/server/data/entries";
import { rowFrom } from "@/server/data/report-row";
import { refreshReportState } from "@/server/data/report-state";
import { findReport, changeReport as writeReport } from "@/server/data/reports";
import { type ReportStanding, standingOn } from "@/server/data/standings";
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

/** Corrects what is known about where a report comes from; its text never changes. Null empties a field. */
export const correctProvenance = (actor: Actor, id: ReportId, provenance: ChangeProvenance) =>
  change(actor, id, {
    deed: "change-report",
    did: "changed-report",
    async write(tx) {
      await writeReport(tx, id, provenance);
      return ok(undefined);
    },
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

/** Ends the work on a report: nothing on it can be changed until it is reopened. */
export const closeReport = (actor: Actor, id: ReportId) =>
  change(actor, id, {
    deed: "close-report",
    did: "closed-report",
    async write(tx, on) {
      if (on.closed) return ok(undefined);
      const at = now();
      await writeReport(tx, id, { closed_at: at });
      for (const userId of await closeWork(tx, id, at))
        await rememberWork(tx, { actor, on, did: "closed-work", userId });
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
      await writeReport(tx, id, { closed_at: null });
      return ok(undefined);
    },
  });
