import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { lockReport, openLayersOf } from "@/server/data/report-state";
import { standingOn } from "@/server/data/standings";
import { inTransaction } from "@/server/data/transaction";
import { openReportLayers } from "@/server/operations/open-entities";

/** Ends the blind work on a report: from now on its analysts and reviewers see each other's tags. It cannot be undone. */
export const openLayers = (actor: Actor, id: ReportId): Promise<Result<{ layersOpenedAt: string }>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await lockReport(tx, id);
    await holdGate(tx, actor);
    const on = await standingOn(tx, actor, id);
    if (!on) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, on.standing, "open-layers");
    if (refusal) return fail(refusal);
    if (on.standing.mode === "shared") return invalid("reportId", "In a shared project nothing is hidden.");
    if (on.layersOpen) return ok({ layersOpenedAt: await openLayersOf(tx, id) });
    const { projectId } = on;
    await remember(tx, { by: actor.userId, did: "opened-layers", projectId, reportId: id });
    return ok({ layersOpenedAt: await openReportLayers(tx, actor, { projectId, reportId: id }) });
  });
