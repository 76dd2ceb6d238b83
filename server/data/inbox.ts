import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { NotificationId, UserId, WorkspaceId } from "@/domain/ids";
import type { Notification } from "@/domain/notification/notification";
import { now } from "@/server/clock";
import { instant } from "@/server/data/tags/tag-json";
import { tagWords } from "@/server/data/tags/tag-words";
import type { Sql, Tx } from "@/server/data/transaction";
import { visibleInEach } from "@/server/data/visible";
import { type Page, toPage } from "@/server/page";

/** Beyond this many nobody counts. */
export const countedUnread = 100;

/**
 * The lines of a person's inbox that still lead somewhere: to a project they are in and a thing they see. `user` is
 * SQL that names the person; what they may see is asked again each time, so that a line told in good time says
 * nothing after its reader lost the right to it.
 */
const lines = (user: string) => `
  notification n
  join workspace_member m on m.workspace_id = n.workspace_id and m.user_id = ${user}
  join project p on p.workspace_id = n.workspace_id and p.id = n.project_id
  left join project_member pm on pm.workspace_id = p.workspace_id and pm.project_id = p.id and pm.user_id = ${user}
  cross join lateral (select coalesce(pm.role, case m.role when 'admin' then 'editor' end) as role) me
  left join report r on r.workspace_id = n.workspace_id and r.id = n.report_id
  left join thread h on h.workspace_id = n.workspace_id and h.id = n.thread_id
  left join tag t on t.workspace_id = n.workspace_id and t.id = n.tag_id`;

const seen = (layer: string, user: string) =>
  visibleInEach({ userId: user, role: "me.role", mode: "p.mode", layer, layersOpenedAt: "r.layers_opened_at" });

const leads = (user: string) => `n.user_id = ${user} and me.role is not null
  and (n.kind <> 'found' or exists (select from saved_search f where f.workspace_id = n.workspace_id and f.id = n.saved_search_id))
  and (n.thread_id is null and n.tag_id is null or me.role <> 'reader')
  and (h.id is null or ${seen("h.layer", user)}) and (t.id is null or ${seen("t.layer", user)})`;

/** How many of the tags that a line stands for are named. */
const named = 5;

/** The tags of a line about decisions: those that its maker decided on last until then, and that are its reader's. */
const decidedTags = `(select json_agg(json_build_object('tagId', x.id, 'kind', x.kind, 'words', coalesce(x.words, ''),
    'reason', x.reason) order by x.at desc, x.id) from (
  select t.id, t.kind, ${tagWords} as words, d.reason, d.created_at as at
    from tag t
    join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
    join verdict d on d.workspace_id = t.workspace_id and d.tag_id = t.id and d.undone_at is null
    join tag_version seen on seen.workspace_id = t.workspace_id and seen.tag_id = t.id and seen.number = d.version
   where t.workspace_id = n.workspace_id and t.report_id = n.report_id and d.created_by = n.created_by
     and n.user_id in (t.created_by, seen.created_by) and d.created_at <= n.created_at + interval '5 seconds'
     and d.decision = case n.kind when 'returned' then 'return' when 'rejected' then 'reject' else 'accept-with-change' end
   order by d.created_at desc, t.id limit least(n.count, ${named})) x)`;

/** A page of this person's inbox, newest first. */
export async function inboxOf(
  db: Sql,
  { workspaceId, userId }: Actor,
  { unread, before, limit }: { unread: boolean; before: readonly [string, string] | undefined; limit: number },
): Promise<Page<Notification>> {
  const rows = await db.rows<{ line: Notification; key: string }>(
    `select json_strip_nulls(json_build_object('id', n.id, 'kind', n.kind, 'projectId', n.project_id,
              'projectName', p.name, 'reportId', n.report_id, 'reportTitle', r.title, 'tagId', n.tag_id,
              'threadId', n.thread_id, 'commentId', n.comment_id, 'tags',
              case when n.kind in ('returned', 'rejected', 'corrected') and n.tag_id is not null then ${decidedTags} end,
              'searchId', n.saved_search_id, 'searchName', k.name, 'count', n.count, 'by', n.created_by,
              'byName', coalesce(b.name, ''), 'at', ${instant("n.created_at")}, 'readAt', ${instant("n.read_at")})) as line,
            n.created_at::text as key
       from ${lines("$2::uuid")}
       left join users b on b.id = n.created_by
       left join saved_search k on k.workspace_id = n.workspace_id and k.id = n.saved_search_id
      where n.workspace_id = $1 and ${leads("$2::uuid")} and (not $3::boolean or n.read_at is null)
        and ($4::timestamptz is null or (n.created_at, n.id) < ($4::timestamptz, $5::uuid))
      order by n.created_at desc, n.id desc limit $6`,
    [workspaceId, userId, unread, before?.[0], before?.[1], limit + 1],
    "inbox-of",
  );
  const page = toPage(rows, limit, ({ line, key }) => [key, line.id]);
  return { ...page, items: page.items.map(({ line }) => line) };
}

/** How many unread lines each of these people has, at most `countedUnread`, in their order. */
export async function unreadOf(
  db: Sql,
  people: readonly { workspaceId: WorkspaceId; userId: UserId }[],
): Promise<number[]> {
  const rows = await db.rows<{ unread: number }>(
    `select (select count(*)::int from (
              select from ${lines("a.user_id")}
               where n.workspace_id = a.workspace_id and ${leads("a.user_id")} and n.read_at is null
               limit ${countedUnread}) as lines) as unread
       from unnest($1::uuid[], $2::uuid[]) with ordinality as a(workspace_id, user_id, place) order by a.place`,
    [people.map(({ workspaceId }) => workspaceId), people.map(({ userId }) => userId)],
    "unread-of",
  );
  return rows.map(({ unread }) => unread);
}

/** Marks one's own line read or unread; false when there is none. */
export async function markLine(tx: Tx, userId: UserId, id: NotificationId, read: boolean): Promise<boolean> {
  const { notification } = await tx.prisma();
  const one = { workspaceId: tx.workspaceId, userId, id };
  if ((await notification.count({ where: one })) === 0) return false;
  if (read) await notification.updateMany({ where: { ...one, readAt: null }, data: { readAt: now() } });
  else await notification.updateMany({ where: one, data: { readAt: null } });
  return true;
}

/** Marks all of one's own lines read that were there at this moment. */
export async function markAll(tx: Tx, userId: UserId, until: string): Promise<void> {
  const { notification } = await tx.prisma();
  await notification.updateMany({
    where: { workspaceId: tx.workspaceId, userId, readAt: null, createdAt: { lte: new Date(until) } },
    data: { readAt: now() },
  });
}
