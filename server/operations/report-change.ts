import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import { fail, ok, type Result } from "@/domain/failure";
import type { Deed } from "@/domain/history/entry";
import type { ReportId } from "@/domain/ids";
import type { ReportRow } from "@/domain/report/report";
import { alike } from "@/domain/seen";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { rowFrom } from "@/server/data/report-row";
import { lockReport, refreshReportState } from "@/server/data/report-state";
import { findReport } from "@/server/data/reports";
import { type ReportStanding, standingOn } from "@/server/data/standings";
import { inTransaction, type Tx } from "@/server/data/transaction";

type Change = { deed: ProjectDeed; did: Deed; write: (tx: Tx, on: ReportStanding) => Promise<Result<void>> };

/** Load, allow, change, remember what is another now: the same for everything that is true of a whole report. */
export function change(actor: Actor, id: ReportId, { deed, did, write }: Change): Promise<Result<ReportRow>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    await lockReport(tx, id);
    await holdGate(tx, actor);
    const on = await standingOn(tx, actor, id);
    if (!on) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, on.standing, deed);
    if (refusal) return fail(refusal);
    const before = await findReport(tx, actor, on.standing, id);
    const written = await write(tx, on);
    if (!written.ok) return written;
    await refreshReportState(tx, id);
    const stored = await findReport(tx, actor, on.standing, id);
    if (!alike(before, stored)) await remember(tx, { by: actor.userId, did, projectId: on.projectId, reportId: id });
    return stored ? ok(rowFrom(stored)) : fail({ kind: "not-found" });
  });
}

export async function rowOf(tx: Tx, actor: Actor, standing: Standing, id: ReportId): Promise<ReportRow | undefined> {
  const stored = await findReport(tx, actor, standing, id);
  return stored && rowFrom(stored);
}
