import "server-only";
import type { Asked } from "@/server/data/export/leaving";
import { isFree, reportLeaves } from "@/server/data/export/leaving";
import type { Sql } from "@/server/data/transaction";

/** Why a thing is in a release no more, what was said about it, and what it is part of now. */
export type WhyGone = { id: string; why: string; words: string; successor: string };

const lastReason = (table: "verdict" | "event_verdict", column: string, of: string) =>
  `coalesce((select d.reason from ${table} d where d.workspace_id = $1 and d.${column} = ${of}
     ${table === "verdict" ? "and d.undone_at is null" : ""} order by d.created_at desc, d.id desc limit 1), '')`;

const ofState = (state: string) => `case ${state} when 'rejected' then 'rejected' when 'returned' then 'returned'
  when 'withdrawn' then 'taken back' when 'open' then 'open again' else 'not asked for' end`;

const wanted = "unnest($2::uuid[]) as w(id)";

const tags = (asked: Asked) => `select w.id, case
    when t.id is null then 'deleted'
    when not ${isFree("r")} then 'under embargo'
    when not ${reportLeaves(asked, "r")} then 'report not asked for'
    else ${ofState("t.state")} end as why,
  case when t.state in ('rejected', 'returned') then ${lastReason("verdict", "tag_id", "t.id")} else '' end as words, '' as successor
  from ${wanted} left join tag t on t.workspace_id = $1 and t.id = w.id
  left join report r on r.workspace_id = t.workspace_id and r.id = t.report_id`;

const events = () => `select w.id, case when e.id is null then 'deleted' when e.merged_into is not null then 'merged'
    when e.state = 'accepted' then 'not asked for' else ${ofState("e.state")} end as why,
  case when e.state in ('rejected', 'returned') then ${lastReason("event_verdict", "event_id", "e.id")} else '' end as words,
  coalesce(e.merged_into::text, '') as successor
  from ${wanted} left join event e on e.workspace_id = $1 and e.id = w.id`;

const reports = () => `select w.id, case when r.id is null then 'deleted' when not ${isFree("r")} then 'under embargo'
    else 'not asked for' end as why, coalesce(s.reason, '') as words, '' as successor
  from ${wanted} left join report r on r.workspace_id = $1 and r.id = w.id
  left join tombstone s on s.workspace_id = $1 and s.id = w.id and s.kind = 'report'`;

const entities = () => `select w.id, case when e.id is null then 'deleted' else 'not asked for' end as why, '' as words,
  coalesce(e.merged_into::text, '') as successor from ${wanted} left join entity e on e.workspace_id = $1 and e.id = w.id`;

const statements: Readonly<Record<string, (asked: Asked) => string>> = {
  annotations: tags,
  links: tags,
  events,
  reports,
  entities,
};

/** Ids that are asked for at once. */
const atOnce = 5000;

/** Why things of a table are there no more, by their ids. */
export async function whyGone(
  db: Sql,
  asked: Asked,
  { table, ids }: { table: string; ids: readonly string[] },
): Promise<Map<string, WhyGone>> {
  const found = new Map<string, WhyGone>();
  const statement = statements[table];
  for (let at = 0; statement && at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce);
    for (const row of await db.rows<WhyGone>(statement(asked), [asked.actor.workspaceId, some])) found.set(row.id, row);
  }
  return found;
}
