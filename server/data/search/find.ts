import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import type { Found } from "@/domain/search/found";
import type { Query } from "@/domain/search/query";
import { type Among, candidates, isOfSaid, newestRows, wordsOf } from "@/server/data/search/candidates";
import { narrowed } from "@/server/data/search/narrowing";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { visibleInEach } from "@/server/data/visible";

/** A row that fits, with the blocks of words it fits by. */
export type FoundRow = Omit<Found, "words" | "place"> & {
  key: string;
  revision: number | null;
  blocks: readonly { start: number; text: string }[];
};

export type AskFound = {
  query: Query;
  projectId: ProjectId | undefined;
  after: readonly [string, string] | undefined;
  /** Only what can be found since then. */
  since?: string | undefined;
  /** What can be found since then is marked as new. */
  lookedAt?: string | undefined;
  limit: number;
};

const seen = (layer: string) =>
  visibleInEach({ userId: "$2::uuid", role: "me.role", mode: "p.mode", layer, layersOpenedAt: "r.layers_opened_at" });

/** What a row of the common table `candidate` leads to; $1 is the workspace, $2 the person. */
export const joined = `candidate s
  join workspace_member m on m.workspace_id = s.workspace_id and m.user_id = $2::uuid
  join project p on p.workspace_id = s.workspace_id and p.id = s.project_id
  left join project_member pm on pm.workspace_id = p.workspace_id and pm.project_id = p.id and pm.user_id = $2::uuid
  cross join lateral (select coalesce(pm.role, case m.role when 'admin' then 'editor' end) as role) me
  left join report r on r.workspace_id = s.workspace_id and r.id = s.report_id
  left join tag t on s.of = 'tag' and t.workspace_id = s.workspace_id and t.id = s.id
  left join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
  left join comment c on s.of = 'comment' and c.workspace_id = s.workspace_id and c.id = s.id
  left join thread h on h.workspace_id = c.workspace_id and h.id = c.thread_id
  left join entity e on s.of = 'entity' and e.workspace_id = s.workspace_id and e.id = s.id`;

/** What this person may see of it: the same rule as everywhere. */
export const visible = `me.role is not null and case s.of
  when 'report' then true
  when 'tag' then t.state <> 'withdrawn' and ${seen("t.layer")} and (me.role <> 'reader' or t.state = 'accepted')
  when 'comment' then me.role <> 'reader' and ${seen("h.layer")}
  else e.merged_into is null and (e.layer is null or e.layer = 'analyst:' || $2::uuid) end`;

/** The words of a tag. */
export const quote = `coalesce((select string_agg(q->>'quote', ' … ') from jsonb_array_elements(v.anchor->'segments') q), '')`;

const blocks = `case s.of
  when 'report' then (select json_agg(json_build_object('start', b.start, 'text', b.text) order by b.ordinal) from block b
    where b.workspace_id = r.workspace_id and b.revision_id = r.revision_id
      and b.ordinal between greatest(s.block_from - 1, 0) and greatest(s.block_to - 1, 0))
  when 'tag' then json_build_array(json_build_object('start', 0, 'text', ${quote}),
    json_build_object('start', 1, 'text', coalesce(v.attributes->>'restatement', '')),
    json_build_object('start', 2, 'text', coalesce(v.attributes->>'note', '')))
  when 'comment' then json_build_array(json_build_object('start', 0, 'text', c.body))
  else json_build_array(json_build_object('start', 0, 'text', coalesce(array_to_string(e.aliases, ', '), '')),
    json_build_object('start', 1, 'text', coalesce(e.note, ''))) end`;

/** What a tag or comment is called by: its summary, else its words. */
const called = `case s.of when 'tag' then coalesce(nullif(v.attributes->>'restatement', ''), ${quote})
  when 'comment' then left(c.body, 200) end`;

/**
 * What fits a query and what this person may see of it, newest first. Where the newest things don't fill a page, all that
 * have the words are gone through.
 */
export async function findWords(db: Sql, actor: Actor, asked: AskFound): Promise<FoundRow[]> {
  const words = await wordsOf(db, actor.workspaceId, asked.query);
  const said = isOfSaid(asked.query);
  if (words && asked.since === undefined) {
    const most = await newestRows(db, words, asked.limit + 1);
    const rows = most ? await findAmong(db, actor, asked, { among: "newest", words, said, rows: most }) : [];
    if (rows.length > asked.limit) return rows;
  }
  return findAmong(db, actor, asked, { among: asked.since === undefined ? "all" : "since", words, said });
}

async function findAmong(db: Sql, actor: Actor, asked: AskFound, within: Among): Promise<FoundRow[]> {
  const { query, projectId, after, since, lookedAt, limit } = asked;
  const values: unknown[] = [
    actor.workspaceId,
    actor.userId,
    projectId ?? null,
    after?.[0] ?? null,
    after?.[1] ?? null,
  ];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const fresh = lookedAt === undefined ? "null" : `nullif(s.kept_at > ${bound(lookedAt)}::timestamptz, false)`;
  const statement = `
    with candidate as ${candidates(within, since, bound)}
    select s.of, s.id, s.project_id as "projectId", p.name as "projectName", s.report_id as "reportId",
           coalesce(r.title, e.name) as title, ${called} as name, r.outlet, r.published, ${instant("s.at")} as at, t.kind, t.state,
           h.id as "threadId", (select u.name from users u where u.id = c.created_by) as by, s.at::text as key,
           (select n.number from revision n where n.workspace_id = r.workspace_id and n.id = r.revision_id) as revision,
           coalesce(${blocks}, '[]') as blocks, ${fresh} as fresh
      from ${joined}
     where true ${query.narrowings.map((each) => `and ${narrowed(each, bound)}`).join("\n")} and ${visible}
     order by s.at desc, s.id desc limit ${limit + 1}`;
  const rows = await db.rows<FoundRow>(statement, values);
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as FoundRow);
}

/** How many things fit, up to a number beyond which nobody counts, and until when what can be found was looked at. */
export async function countWords(db: Sql, actor: Actor, asked: AskFound): Promise<number> {
  const { query, projectId, since, limit } = asked;
  const words = await wordsOf(db, actor.workspaceId, query);
  const values: unknown[] = [actor.workspaceId, actor.userId, projectId ?? null, null, null];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const rows = await db.rows(
    `with candidate as ${candidates({ among: since === undefined ? "all" : "since", words, said: isOfSaid(query) }, since, bound)}
     select 1 from ${joined}
      where true ${query.narrowings.map((each) => `and ${narrowed(each, bound)}`).join("\n")} and ${visible} limit ${limit}`,
    values,
  );
  return rows.length;
}
