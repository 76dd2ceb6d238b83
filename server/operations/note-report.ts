import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { NoticeOf, PutNotice } from "@/domain/event/evidence";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import { remember } from "@/server/data/entries";
import { noticeOf, putNotice, removeNotice } from "@/server/data/events/notices";
import { reopenEventsOf } from "@/server/data/events/write";
import { holdGate } from "@/server/data/gates";
import { lockReport } from "@/server/data/report-state";
import { type ReportStanding, standingOn } from "@/server/data/standings";
import { inTransaction, type Sql, sql, type Tx } from "@/server/data/transaction";

const answerOf = async (db: Sql, { workspaceId }: Actor, id: ReportId): Promise<Result<NoticeOf>> => {
  const notice = await noticeOf(db, workspaceId, id);
  return ok({ ...(notice && { notice }) });
};

/** What happened to a report after it was published. */
export async function readNotice(actor: Actor, id: ReportId): Promise<Result<NoticeOf>> {
  const on = await standingOn(sql, actor, id);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-project");
  return refusal ? fail(refusal) : answerOf(sql, actor, id);
}

/** Says that a report was corrected, retracted or has vanished: its claims stop counting, and events of them open again. */
export const noteReport = (actor: Actor, id: ReportId, put: PutNotice): Promise<Result<NoticeOf>> =>
  onReport(actor, id, async (tx, { projectId }) => {
    const before = await noticeOf(tx, actor.workspaceId, id);
    const { kind, on, words } = put;
    if (before && before.kind === kind && before.on === on && before.words === words) return;
    await putNotice(tx, actor, id, put);
    await reopenEventsOf(tx, actor, { projectId, reportId: id, why: "notice" });
    await remember(tx, { by: actor.userId, did: "noted-report", projectId, reportId: id });
  });

/** Takes that back. */
export const unnoteReport = (actor: Actor, id: ReportId): Promise<Result<NoticeOf>> =>
  onReport(actor, id, async (tx, { projectId }) => {
    if (!(await noticeOf(tx, actor.workspaceId, id))) return;
    await removeNotice(tx, id);
    await reopenEventsOf(tx, actor, { projectId, reportId: id, why: "notice" });
    await remember(tx, { by: actor.userId, did: "unnoted-report", projectId, reportId: id });
  });

const onReport = (
  actor: Actor,
  id: ReportId,
  change: (tx: Tx, on: ReportStanding) => Promise<void>,
): Promise<Result<NoticeOf>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const on = await standingOn(tx, actor, id);
    if (!on) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, on.standing, "change-report");
    if (refusal) return fail(refusal);
    await lockReport(tx, id);
    await change(tx, on);
    return answerOf(tx, actor, id);
  });
