import type { PoolClient } from "pg";
import { type Changed, keepWords } from "./keep";

export type Client = Pick<PoolClient, "query">;

/** Somebody who follows the history: what is made of its lines, and where it is kept how far they came. */
export type Follower = {
  /** Only one process follows at a time; any number that nothing else takes. */
  lock: number;
  position: "search_position" | "copy_position";
  take: (client: Client, workspaceId: string, lines: readonly Line[]) => Promise<void>;
};

/** Lines of the history that are read at a time. */
const atOnce = 500;
const horizon = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

export type Line = {
  workspace_id: string;
  txid: string;
  id: string;
  did: string;
  project_id: string | null;
  report_id: string | null;
  tag_id: string | null;
  refs: Record<string, unknown>;
  at: string;
  long_ago: boolean;
};

/** Lines below the horizon, workspace by workspace, so that none is skipped (see server/data/live/feed.ts). */
const unread = (position: Follower["position"]) => `
  select e.* from workspace w
    left join ${position} p on p.workspace_id = w.id
   cross join lateral (
     select k.workspace_id, k.txid::text, k.id::text, k.did, k.project_id, k.report_id, k.tag_id, k.refs,
            k.created_at::text as at, k.created_at < now() - interval '1 hour' as long_ago from entry k
      where k.workspace_id = w.id and (k.txid, k.id) > (coalesce(p.txid, 0), coalesce(p.id, 0)) and k.txid < ${horizon}
      order by k.txid, k.id limit $1) e`;

/** What can be found by its words. */
export const words: Follower = {
  lock: 7_305_112,
  position: "search_position",
  take: (client, workspaceId, lines) => keepWords(client, workspaceId, changedBy(lines)),
};

/**
 * Brings what is made of the history up to it (what can be found, when nobody else is named): reads on where it stopped,
 * in one transaction with what it makes, so that it may be killed anywhere. Answers whether there is more to read.
 */
export async function followOnce(client: Client, { lock, position, take }: Follower = words): Promise<boolean> {
  await client.query("begin");
  try {
    const { rows: got } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) as mine", [lock]);
    if (!got[0]?.mine) {
      await client.query("rollback");
      return false;
    }
    const { rows } = await client.query<Line>(unread(position), [atOnce]);
    const workspaces = [...new Set(rows.map(({ workspace_id }) => workspace_id))];
    let more = false;
    for (const workspaceId of workspaces) {
      const lines = rows.filter(({ workspace_id }) => workspace_id === workspaceId);
      more ||= lines.length === atOnce;
      await take(client, workspaceId, lines);
      const last = lines.at(-1);
      await client.query(
        `insert into ${position} (workspace_id, txid, id) values ($1, $2, $3)
         on conflict (workspace_id) do update set txid = excluded.txid, id = excluded.id`,
        [workspaceId, last?.txid, last?.id],
      );
    }
    await client.query("commit");
    return more;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

const ofEntity = ["entityId", "into"];
/** Joined what everybody sees, and may say something else there now. */
const opened = "opened-entities";

function changedBy(lines: readonly Line[]): Changed {
  const reports = new Set<string>();
  const whole = new Set<string>();
  const tags = new Set<string>();
  const threads = new Set<string>();
  const entities = new Set<string>();
  const registers = new Set<string>();
  for (const { did, project_id, report_id, tag_id, refs } of lines) {
    if (report_id !== null && did === "imported-report") whole.add(report_id);
    if (report_id !== null && did === "changed-report") reports.add(report_id);
    if (project_id !== null && did === opened) registers.add(project_id);
    if (tag_id !== null) tags.add(tag_id);
    const { threadId } = refs;
    if (typeof threadId === "string") threads.add(threadId);
    for (const id of ofEntity.map((name) => refs[name])) if (typeof id === "string") entities.add(id);
  }
  const last = lines.at(-1);
  return { reports, whole, tags, threads, entities, registers, longAgo: last?.long_ago ? last.at : null };
}
