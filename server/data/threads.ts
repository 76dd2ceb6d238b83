import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { Said } from "@/domain/discussion/said";
import type { PutThread, Thread } from "@/domain/discussion/thread";
import { type CommentId, type ProjectId, ReportId, type TagId, ThreadId, type UserId } from "@/domain/ids";
import type { Anchor } from "@/domain/tag/tag";
import { now } from "@/server/clock";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { visibleTo } from "@/server/data/visible";

const threadJson = `json_strip_nulls(json_build_object(
  'id', h.id, 'projectId', h.project_id, 'reportId', h.report_id, 'layer', h.layer,
  'target', case h.target
     when 'tag' then json_build_object('on', 'tag', 'tagId', h.tag_id)
     when 'passage' then json_build_object('on', 'passage', 'anchor', h.anchor)
     else json_build_object('on', 'report') end,
  'state', h.state, 'by', h.created_by, 'at', ${instant("h.created_at")},
  'resolvedBy', h.resolved_by, 'resolvedAt', ${instant("h.resolved_at")},
  'comments', (select coalesce(json_agg(json_strip_nulls(json_build_object('id', c.id, 'threadId', c.thread_id,
       'body', c.body, 'prose', c.prose, 'by', c.created_by, 'at', ${instant("c.created_at")}, 'editedAt', ${instant("c.edited_at")}))
       order by c.created_at, c.id), '[]'::json)
     from comment c where c.workspace_id = h.workspace_id and c.thread_id = h.id)))`;

/** The condition on `thread h` of `report r`: a reader sees what was accepted, not what was said about it. */
export const seenThreads = (actor: Actor, standing: Standing): string =>
  standing.role === "reader"
    ? "false"
    : visibleTo(actor.userId, standing, { layer: "h.layer", layersOpenedAt: "r.layers_opened_at" });

/** The threads of a report that this person sees, oldest first. */
export async function threadsOf(db: Sql, actor: Actor, standing: Standing, reportId: ReportId): Promise<Thread[]> {
  const rows = await db.rows<{ thread: Thread }>(
    `select ${threadJson} as thread from thread h
       join report r on r.workspace_id = h.workspace_id and r.id = h.report_id
      where h.workspace_id = $1 and h.report_id = $2 and ${seenThreads(actor, standing)} order by h.created_at, h.id`,
    [actor.workspaceId, reportId],
  );
  return rows.map(({ thread }) => thread);
}

/** One thread, if this person sees it. */
export async function findThread(db: Sql, actor: Actor, standing: Standing, id: ThreadId): Promise<Thread | undefined> {
  const [row] = await db.rows<{ thread: Thread }>(
    `select ${threadJson} as thread from thread h
       join report r on r.workspace_id = h.workspace_id and r.id = h.report_id
      where h.workspace_id = $1 and h.id = $2 and ${seenThreads(actor, standing)}`,
    [actor.workspaceId, id],
  );
  return row?.thread;
}

/** Keeps a thread from being changed or answered by anybody else until the transaction ends. */
export async function lockThread(tx: Tx, id: ThreadId): Promise<void> {
  await tx.rows("select 1 from thread where workspace_id = $1 and id = $2 for no key update", [tx.workspaceId, id]);
}

/** The report that a thread, or a comment's thread, belongs to, whoever may see it. */
export async function reportOfThread(
  db: Sql,
  { workspaceId }: Actor,
  id: { thread: ThreadId } | { comment: CommentId },
): Promise<{ reportId: ReportId; threadId: ThreadId } | undefined> {
  const { thread } = await db.prisma();
  const one = "thread" in id ? { id: id.thread } : { comments: { some: { id: id.comment } } };
  const found = await thread.findFirst({ where: { workspaceId, ...one }, select: { id: true, reportId: true } });
  return found ? { reportId: ReportId.parse(found.reportId), threadId: ThreadId.parse(found.id) } : undefined;
}

export type NewThread = {
  id: ThreadId;
  projectId: ProjectId;
  reportId: ReportId;
  layer: Layer;
  on: PutThread["target"]["on"];
  tagId: TagId | undefined;
  anchor: Anchor | undefined;
};

/** False when there is one with this id already. */
export async function addThread(tx: Tx, by: UserId, thread: NewThread): Promise<boolean> {
  const made = await tx.rows(
    `insert into thread (workspace_id, id, project_id, report_id, layer, target, tag_id, anchor, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [
      tx.workspaceId,
      thread.id,
      thread.projectId,
      thread.reportId,
      thread.layer,
      thread.on,
      thread.tagId,
      thread.anchor && JSON.stringify(thread.anchor),
      by,
    ],
  );
  return made.length === 1;
}

/** False when there is one with this id already. */
export async function addComment(
  tx: Tx,
  by: UserId,
  { id, threadId, words: { body, prose } }: { id: CommentId; threadId: ThreadId; words: Said },
): Promise<boolean> {
  const made = await tx.rows(
    `insert into comment (workspace_id, id, thread_id, body, prose, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp()) on conflict do nothing returning id`,
    [tx.workspaceId, id, threadId, body, JSON.stringify(prose), by],
  );
  return made.length === 1;
}

/** Changes one's own comment's words; false when they were these already. */
export async function rewordComment(tx: Tx, id: CommentId, { body, prose }: Said): Promise<boolean> {
  const changed = await tx.rows(
    `update comment set body = $3, prose = $4, edited_at = now()
      where workspace_id = $1 and id = $2 and (body <> $3 or coalesce(prose, $4::jsonb) <> $4::jsonb) returning id`,
    [tx.workspaceId, id, body, JSON.stringify(prose)],
  );
  return changed.length === 1;
}

/** Resolves or reopens a thread; false when it was so already. */
export async function setThreadState(tx: Tx, by: UserId, id: ThreadId, state: Thread["state"]): Promise<boolean> {
  const { thread } = await tx.prisma();
  const resolved =
    state === "resolved" ? { resolvedBy: by, resolvedAt: now() } : { resolvedBy: null, resolvedAt: null };
  const { count } = await thread.updateMany({
    where: { workspaceId: tx.workspaceId, id, state: { not: state } },
    data: { state, ...resolved },
  });
  return count === 1;
}
