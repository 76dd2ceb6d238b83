import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Feed, FeedItem, FeedOrigin, FeedResult, PutFeed } from "@/domain/feed/feed";
import type { ItemOutcome } from "@/domain/feed/feed-values";
import type { FeedId, JobId, ProjectId, ReportId, UserId, WorkspaceId } from "@/domain/ids";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

const runs = `(select j.id from job j where j.workspace_id = f.workspace_id and j.project_id = f.project_id
  and j.kind = 'read-feed' and j.state in ('queued', 'running') and j.data->>'feed' = f.id::text limit 1)`;
const feedJson = `json_strip_nulls(json_build_object('id', f.id, 'projectId', f.project_id, 'kind', f.kind, 'name', f.name,
  'address', f.address, 'take', f.take, 'everyMinutes', f.every_minutes, 'outlet', f.outlet, 'paused', f.next_at is null,
  'by', f.created_by, 'byName', u.name, 'at', ${instant("f.created_at")}, 'ranAt', ${instant("f.ran_at")},
  'result', f.result, 'error', f.error, 'nextAt', ${instant("f.next_at")}, 'jobId', ${runs}))`;
const feeds = "feed f join users u on u.id = f.created_by";

/** A project's feeds, the oldest first. */
export async function feedsOf(db: Sql, { workspaceId }: Actor, projectId: ProjectId): Promise<Feed[]> {
  const rows = await db.rows<{ feed: Feed }>(
    `select ${feedJson} as feed from ${feeds} where f.workspace_id = $1 and f.project_id = $2 order by f.created_at, f.id`,
    [workspaceId, projectId],
  );
  return rows.map(({ feed }) => feed);
}

export async function findFeed(
  db: Sql,
  workspaceId: string,
  { projectId, id }: { projectId: ProjectId; id: FeedId },
): Promise<Feed | undefined> {
  const [row] = await db.rows<{ feed: Feed }>(
    `select ${feedJson} as feed from ${feeds} where f.workspace_id = $1 and f.project_id = $2 and f.id = $3`,
    [workspaceId, projectId, id],
  );
  return row?.feed;
}

export async function addFeed(
  tx: Tx,
  { userId }: Actor,
  { id, projectId, put }: { id: FeedId; projectId: ProjectId; put: PutFeed },
): Promise<void> {
  await tx.rows(
    `insert into feed (workspace_id, id, project_id, kind, name, address, take, every_minutes, outlet, next_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), $10)`,
    [
      ...[tx.workspaceId, id, projectId, put.kind, put.name, put.address, put.take, put.everyMinutes],
      ...[put.outlet ?? null, userId],
    ],
  );
}

export async function changeFeedRow(
  tx: Tx,
  id: FeedId,
  {
    name,
    everyMinutes,
    paused,
  }: { name?: string | undefined; everyMinutes?: number | undefined; paused?: boolean | undefined },
): Promise<void> {
  await tx.rows(
    `update feed set name = coalesce($3, name), every_minutes = coalesce($4, every_minutes),
       next_at = case when $5 then null when $5 = false and next_at is null then now() else next_at end
      where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id, name ?? null, everyMinutes ?? null, paused ?? null],
  );
}

/** Deletes a feed and what it remembers of its items; the reports that it brought stay. */
export async function deleteFeedRow(tx: Tx, id: FeedId): Promise<void> {
  await tx.rows("delete from feed_item where workspace_id = $1 and feed_id = $2", [tx.workspaceId, id]);
  await tx.rows("delete from feed where workspace_id = $1 and id = $2", [tx.workspaceId, id]);
}

export type DueFeed = { workspaceId: WorkspaceId; id: FeedId; projectId: ProjectId; by: UserId };

/** Takes feeds that are due, each once however many processes ask, and says when each is due again. */
export const takeDue = (db: Sql): Promise<DueFeed[]> =>
  db.rows<DueFeed>(
    `update feed f set next_at = now() + f.every_minutes * interval '1 minute'
      where (f.workspace_id, f.id) in (
        select d.workspace_id, d.id from feed d
          join project p on p.workspace_id = d.workspace_id and p.id = d.project_id and p.archived_at is null
         where d.next_at <= now() order by d.next_at limit 20 for update of d skip locked)
      returning f.workspace_id as "workspaceId", f.id, f.project_id as "projectId", f.created_by as by`,
  );

/** What is sent along so that a source that has not changed says so. */
export type Validators = { etag?: string | undefined; lastModified?: string | undefined };

export async function validatorsOf(db: Sql, workspaceId: string, id: FeedId): Promise<Validators> {
  const [row] = await db.rows<{ etag: string | null; last_modified: string | null }>(
    "select etag, last_modified from feed where workspace_id = $1 and id = $2",
    [workspaceId, id],
  );
  return { etag: row?.etag ?? undefined, lastModified: row?.last_modified ?? undefined };
}

/** Keeps what came of a run: a result, or why there is none; the last result stays beside an error. */
export async function endRun(
  db: Sql,
  { workspaceId, id }: { workspaceId: string; id: FeedId },
  ended: { result: FeedResult; validators?: Validators } | { error: string },
): Promise<void> {
  const { etag = null, lastModified = null } = ("validators" in ended && ended.validators) || {};
  const [result, error] = "error" in ended ? [null, ended.error] : [JSON.stringify(ended.result), null];
  await db.rows(
    `update feed set ran_at = now(), result = coalesce($3::jsonb, result), error = $4,
       etag = case when $4::text is null then $5 else etag end,
       last_modified = case when $4::text is null then $6 else last_modified end
      where workspace_id = $1 and id = $2`,
    [workspaceId, id, result, error, etag, lastModified],
  );
}

/** What is known of a feed's items, by their key: the hash of what was last seen, and what became of it. */
export async function knownItems(
  db: Sql,
  { workspaceId, id }: { workspaceId: string; id: FeedId },
  keys: readonly string[],
): Promise<ReadonlyMap<string, { sha256: string; outcome: ItemOutcome }>> {
  const rows = await db.rows<{ key: string; sha256: string; outcome: ItemOutcome }>(
    "select key, sha256, outcome from feed_item where workspace_id = $1 and feed_id = $2 and key = any($3)",
    [workspaceId, id, keys],
  );
  return new Map(rows.map(({ key, ...known }) => [key, known]));
}

export type KeptItem = {
  key: string;
  sha256: string;
  title: string;
  address?: string | undefined;
  outcome: ItemOutcome;
  reason?: string | undefined;
  reportId?: ReportId | undefined;
};

/** Keeps an item that came for the first time, or that was refused before; nothing where the feed was deleted meanwhile. */
export async function keepItem(
  db: Sql,
  { workspaceId, id }: { workspaceId: string; id: FeedId },
  item: KeptItem,
): Promise<void> {
  await db.rows(
    `insert into feed_item (workspace_id, feed_id, key, sha256, title, address, outcome, reason, report_id)
     select $1, id, $3, $4, $5, $6, $7, $8, $9 from feed where workspace_id = $1 and id = $2
     on conflict (workspace_id, feed_id, key) do update set sha256 = excluded.sha256, title = excluded.title,
       outcome = excluded.outcome, reason = excluded.reason, report_id = excluded.report_id, fetched_at = now()
       where feed_item.outcome = 'refused'`,
    [
      ...[workspaceId, id, item.key, item.sha256, item.title, item.address ?? null],
      ...[item.outcome, item.reason ?? null, item.reportId ?? null],
    ],
  );
}

/** Notes items that say something else than when they were last seen. */
export async function noteChanged(
  db: Sql,
  { workspaceId, id }: { workspaceId: string; id: FeedId },
  items: readonly { key: string; sha256: string }[],
): Promise<void> {
  await db.rows(
    `update feed_item i set sha256 = n.sha256, changed_at = now(), outcome = 'changed'
       from unnest($3::text[], $4::text[]) as n(key, sha256)
      where i.workspace_id = $1 and i.feed_id = $2 and i.key = n.key`,
    [workspaceId, id, items.map(({ key }) => key), items.map(({ sha256 }) => sha256)],
  );
}

const itemJson = `json_strip_nulls(json_build_object('key', i.key, 'title', coalesce(r.title, i.title), 'address', i.address,
  'outcome', i.outcome, 'reason', i.reason, 'reportId', r.id, 'fetchedAt', ${instant("i.fetched_at")},
  'changedAt', ${instant("i.changed_at")}))`;

export type ItemsAsked = {
  id: FeedId;
  outcome: ItemOutcome | undefined;
  after: readonly [string, string] | undefined;
  limit: number;
};

/** What a feed brought, or tried to, what happened last first. */
export async function itemsOf(db: Sql, workspaceId: string, asked: ItemsAsked): Promise<Page<FeedItem>> {
  const { id, outcome, after, limit } = asked;
  const rows = await db.rows<{ item: FeedItem; at: string; key: string }>(
    `select ${itemJson} as item, coalesce(i.changed_at, i.fetched_at)::text as at, i.key from feed_item i
       left join report r on r.workspace_id = i.workspace_id and r.id = i.report_id
      where i.workspace_id = $1 and i.feed_id = $2 and ($3::text is null or i.outcome = $3)
        and ($4::timestamptz is null or (coalesce(i.changed_at, i.fetched_at), i.key) < ($4, $5))
      order by coalesce(i.changed_at, i.fetched_at) desc, i.key desc limit $6`,
    [workspaceId, id, outcome ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  const page = toPage(rows, limit, ({ at, key }) => [at, key]);
  return { ...page, items: page.items.map(({ item }) => item) };
}

/** The feed that brought a report, if one did. */
export async function feedOf(db: Sql, workspaceId: string, reportId: ReportId): Promise<FeedOrigin | undefined> {
  const [row] = await db.rows<{ origin: FeedOrigin }>(
    `select json_strip_nulls(json_build_object('feed', f.name, 'key', i.key, 'address', i.address,
       'fetchedAt', ${instant("i.fetched_at")}, 'changedAt', ${instant("i.changed_at")})) as origin
       from feed_item i join feed f on f.workspace_id = i.workspace_id and f.id = i.feed_id
      where i.workspace_id = $1 and i.report_id = $2 order by i.fetched_at limit 1`,
    [workspaceId, reportId],
  );
  return row?.origin;
}

/** Whether a run of this feed waits or is under way. */
export async function runsNow(
  db: Sql,
  { workspaceId }: { workspaceId: string },
  id: FeedId,
): Promise<JobId | undefined> {
  const [row] = await db.rows<{ job: JobId | null }>(
    `select ${runs} as job from feed f where f.workspace_id = $1 and f.id = $2`,
    [workspaceId, id],
  );
  return row?.job ?? undefined;
}
