import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import type { Found } from "@/domain/search/found";
import type { Narrowing, Query } from "@/domain/search/query";
import { condition, conditions, looked } from "@/server/data/search/tsquery";
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
  limit: number;
};

const seen = (layer: string) =>
  visibleInEach({ userId: "$2::uuid", role: "me.role", mode: "p.mode", layer, layersOpenedAt: "r.layers_opened_at" });

const from = `search_part s
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
const visible = `me.role is not null and case s.of
  when 'report' then true
  when 'tag' then t.state <> 'withdrawn' and ${seen("t.layer")} and (me.role <> 'reader' or t.state = 'accepted')
  when 'comment' then me.role <> 'reader' and ${seen("h.layer")}
  else e.merged_into is null and (e.layer is null or e.layer = 'analyst:' || $2::uuid) end`;

const quote = `coalesce((select string_agg(q->>'quote', ' … ') from jsonb_array_elements(v.anchor->'segments') q), '')`;

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

/** Reports of several parts that are looked at for a query with several conditions. */
const mostLong = 5000;

/**
 * What fits a query and what this person may see of it, newest first. A long report stands there in several parts, in
 * each of which only some of the words are: it fits where every condition is met by one of its parts.
 */
export async function findWords(db: Sql, actor: Actor, asked: AskFound): Promise<FoundRow[]> {
  const { query, projectId, after, limit } = asked;
  const values: unknown[] = [
    actor.workspaceId,
    actor.userId,
    projectId ?? null,
    after?.[0] ?? null,
    after?.[1] ?? null,
  ];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const text = await fits(db, actor, query, bound);
  const statement = `
    select s.of, s.id, s.project_id as "projectId", p.name as "projectName", s.report_id as "reportId",
           coalesce(r.title, e.name) as title, ${called} as name, r.outlet, r.published, ${instant("s.at")} as at, t.kind, t.state,
           h.id as "threadId", (select u.name from users u where u.id = c.created_by) as by, s.at::text as key,
           (select n.number from revision n where n.workspace_id = r.workspace_id and n.id = r.revision_id) as revision,
           coalesce(${blocks}, '[]') as blocks
      from ${from}
     where s.workspace_id = $1 and ($3::uuid is null or s.project_id = $3) and ${text}
       ${query.narrowings.map((each) => `and ${narrowed(each, bound)}`).join("\n")} and ${visible}
       and ($4::timestamptz is null or (s.at, s.id) < ($4::timestamptz, $5::uuid))
     order by s.at desc, s.id desc limit ${limit + 1}`;
  const rows = await db.rows<FoundRow>(statement, values);
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as FoundRow);
}

async function fits(db: Sql, actor: Actor, { parts }: Query, bound: (value: unknown) => string): Promise<string> {
  if (parts.length === 0) return "s.nth = 0";
  const whole = `${bound(conditions(parts))}::tsquery`;
  if (parts.length === 1) {
    return `s.words @@ ${whole} and (s.nth = 0 or not exists (select from search_part o
      where o.workspace_id = s.workspace_id and o.id = s.id and o.nth < s.nth and o.words @@ ${whole}))`;
  }
  const long = await longOnes(db, actor, { parts });
  const short = `s.words @@ ${whole} and s.parts = 1`;
  return long.length === 0 ? `(${short})` : `(${short} or s.nth = 0 and s.id = any(${bound(long)}::uuid[]))`;
}

/** Reports in several parts that meet every condition, each somewhere. */
async function longOnes(db: Sql, actor: Actor, { parts }: Pick<Query, "parts">): Promise<string[]> {
  const values: unknown[] = [actor.workspaceId];
  const ids = (nth: number) =>
    `select id from search_part where workspace_id = $1 and parts > 1 and words @@ $${nth}::tsquery`;
  const isNot = (part: (typeof parts)[number]) => part.is === "words" && part.not;
  const wanted = parts.filter((part) => !isNot(part)).map((part) => ids(values.push(condition(part))));
  const unwanted = parts.filter(isNot).map((part) => ids(values.push(condition(part))));
  if (wanted.length === 0) return [];
  const all = [wanted.join(" intersect "), ...unwanted].join(" except ");
  const rows = await db.rows<{ id: string }>(`select id from (${all}) x limit ${mostLong}`, values);
  return rows.map(({ id }) => id);
}

type Bound = (value: unknown) => string;

function narrowed(narrowing: Narrowing, bound: Bound): string {
  const said = narrowing.not ? "not coalesce" : "coalesce";
  return `${said}(${meaning(narrowing, bound)}, false)`;
}

const claimKinds = new Set(["event", "state", "intention", "forecast", "assessment", "denial"]);

function meaning(narrowing: Narrowing, bound: Bound): string {
  switch (narrowing.field) {
    case "in":
      return `s.of = ${bound(narrowing.value)}`;
    case "kind":
      return claimKinds.has(narrowing.value)
        ? `t.kind = 'claim' and v.attributes->>'kind' = ${bound(narrowing.value)}`
        : `t.kind = ${bound(narrowing.value)}`;
    case "state":
      return `t.state = ${bound(narrowing.value)}`;
    case "language":
      return `lower(r.language) = ${bound(narrowing.value)} or lower(r.language) like ${bound(`${narrowing.value}-%`)}`;
    case "outlet":
      return `r.outlet ilike ${bound(`%${narrowing.value.replaceAll(/[\\%_]/g, "\\$&")}%`)}`;
    case "date":
      return `coalesce(left(r.published, 10), to_char(s.at at time zone 'UTC', 'YYYY-MM-DD'))
        between ${bound(narrowing.from ?? "0000")} and ${bound(narrowing.to ?? "9999-12-31")}`;
    case "source":
      return linked("attributed-to", `${bound(looked(narrowing.looked))}::tsquery`);
    case "place":
      return linked("located-at", `${bound(looked(narrowing.looked))}::tsquery`);
  }
}

/** A claim whose link of this kind, in its own layer, leads to something with these words. */
const linked = (kind: string, words: string) => `t.kind = 'claim' and exists (
  select from tag l join search_part o on o.workspace_id = l.workspace_id and o.words @@ ${words}
     and o.id in (l.to_id, l.to_entity_id, (select n.entity_id from tag n where n.workspace_id = l.workspace_id and n.id = l.to_id))
   where l.workspace_id = t.workspace_id and l.from_id = t.id and l.kind = '${kind}' and l.state <> 'withdrawn'
     and l.layer = t.layer)`;
