import "server-only";
import type { Actor } from "@/domain/access/actor";
import { CommentId, type ProjectId, type ReportId, type RevisionId, ThreadId } from "@/domain/ids";
import type { Tx } from "@/server/data/transaction";
import type { ReadReport } from "@/server/import/read-report";
import { newId } from "@/server/new-id";

type Imported = { id: ReportId; revisionId: RevisionId; read: Pick<ReadReport, "threads"> };

/**
 * Keeps the comments that new reports had as documents: on the layer of those who review, who see everything, so that
 * nobody who works blind is led by them.
 */
export async function addDocumentThreads(
  tx: Tx,
  { userId }: Actor,
  projectId: ProjectId,
  reports: readonly Imported[],
): Promise<void> {
  const all = reports.flatMap(({ id, revisionId, read }) =>
    read.threads.map(({ segment, resolved, comments }) => ({
      id: newId(ThreadId),
      report_id: id,
      target: segment ? "passage" : "report",
      anchor: segment && { revisionId, segments: [segment] },
      state: resolved ? "resolved" : "open",
      comments: comments.map((body) => ({ id: newId(CommentId), body })),
    })),
  );
  if (all.length === 0) return;
  const threads = all.map(({ comments: _, ...thread }, nth) => ({ nth, ...thread }));
  await tx.rows(
    `insert into thread (workspace_id, project_id, created_by, id, report_id, layer, target, anchor, state,
       resolved_by, resolved_at, created_at)
     select $1, $2, $3, t.id, t.report_id, case p.mode when 'independent' then 'final' else 'shared' end, t.target,
            t.anchor, t.state, case t.state when 'resolved' then $3::uuid end, case t.state when 'resolved' then now() end,
            now() + t.nth * interval '1 microsecond'
       from json_to_recordset($4::json) as t(nth int, id uuid, report_id uuid, target text, anchor jsonb, state text)
       join project p on p.workspace_id = $1 and p.id = $2`,
    [tx.workspaceId, projectId, userId, JSON.stringify(threads)],
    "add-document-threads",
  );
  const comments = all.flatMap(({ id, comments: said }) => said.map((each) => ({ ...each, thread_id: id })));
  await tx.rows(
    `insert into comment (workspace_id, created_by, id, thread_id, body, created_at)
     select $1, $2, c.id, c.thread_id, c.body, now() + c.nth * interval '1 microsecond'
       from json_to_recordset($3::json) as c(nth int, id uuid, thread_id uuid, body text)`,
    [tx.workspaceId, userId, JSON.stringify(comments.map((each, nth) => ({ nth, ...each })))],
    "add-document-comments",
  );
}
