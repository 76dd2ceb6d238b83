import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { PutNotice, ReportNotice } from "@/domain/event/evidence";
import type { ReportId } from "@/domain/ids";
import type { Sql, Tx } from "@/server/data/transaction";

/** What happened to a report, if anything did. */
export async function noticeOf(db: Sql, workspaceId: string, reportId: ReportId): Promise<ReportNotice | undefined> {
  const [row] = await db.rows<ReportNotice>(
    `select kind, noticed_on as "on", words, created_by as "by" from report_notice where workspace_id = $1 and report_id = $2`,
    [workspaceId, reportId],
  );
  return row;
}

export async function putNotice(tx: Tx, actor: Actor, reportId: ReportId, notice: PutNotice): Promise<void> {
  await tx.rows(
    `insert into report_notice as n (workspace_id, report_id, kind, noticed_on, words, created_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, report_id) do update set kind = excluded.kind, noticed_on = excluded.noticed_on,
       words = excluded.words, created_by = excluded.created_by, created_at = now()`,
    [tx.workspaceId, reportId, notice.kind, notice.on, notice.words, actor.userId],
  );
}

export async function removeNotice(tx: Tx, reportId: ReportId): Promise<void> {
  await tx.rows("delete from report_notice where workspace_id = $1 and report_id = $2", [tx.workspaceId, reportId]);
}
