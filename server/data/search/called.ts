import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { NamedThing } from "@/domain/search/named-thing";
import { candidates, newestRows } from "@/server/data/search/candidates";
import { joined, visible } from "@/server/data/search/find";
import type { Sql } from "@/server/data/transaction";

type Asked = { words: readonly string[]; limit: number };

/** Names stand in the index with weight A; terms are letters and digits only. */
const beginnings = (words: readonly string[], weight: string) =>
  words.map((word) => `'${word}':*${weight}`).join(" & ");

const columns = `s.of, s.id::text as id, coalesce(r.title, e.name) as name, r.outlet as detail, s.project_id as "projectId",
  p.name as "projectName"`;

const asThings = (rows: readonly Record<string, unknown>[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as NamedThing);

/** Reports or entities with words in their names that begin like these, newest first. */
export async function calledBy(
  db: Sql,
  actor: Actor,
  { of, words, limit }: Asked & { of: "report" | "entity" },
): Promise<NamedThing[]> {
  const asked = { whole: beginnings(words, "A"), several: false, long: [] };
  const said = of === "entity";
  const rows = said ? undefined : await newestRows(db, asked, limit);
  const met = rows ? await among({ among: "newest", words: asked, rows }) : [];
  return asThings(met.length >= limit ? met : await among({ among: "all", words: asked, said }));

  function among(within: Parameters<typeof candidates>[0]) {
    const values: unknown[] = [actor.workspaceId, actor.userId, null, null, null, of];
    const bound = (value: unknown) => `$${values.push(value)}`;
    return db.rows(
      `with candidate as ${candidates(within, undefined, bound)}
       select ${columns} from ${joined} where s.of = $6 and s.nth = 0 and ${visible}
        order by s.at desc, s.id desc limit ${limit}`,
      values,
    );
  }
}

/** Tags with such words that are gone through for places. */
const mostTags = 500;

/** What mentions that this person sees were resolved to, by words of the mention or of the place's name. */
export async function placesCalled(db: Sql, actor: Actor, { words, limit }: Asked): Promise<NamedThing[]> {
  const rows = await db.rows(
    `with candidate as materialized (
       select of, id, workspace_id, project_id, report_id, at, nth, block_from, block_to, kept_at from search_part
        where workspace_id = $1 and of <> 'report' and of = 'tag' and words @@ $3::tsquery limit ${mostTags})
     select distinct on (2, 4) 'place' as of, v.attributes->'located'->>'id' as id, v.attributes->'located'->>'name' as name,
            s.project_id as "projectId", p.name as "projectName"
       from ${joined} where ${visible} and t.kind = 'place' and v.attributes->'located'->>'id' is not null
      limit ${limit}`,
    [actor.workspaceId, actor.userId, beginnings(words, "")],
    "places-called",
  );
  return asThings(rows);
}

/** Reports and entities by their ids, as far as this person sees them. */
export async function thingsById(db: Sql, actor: Actor, ids: readonly string[]): Promise<NamedThing[]> {
  const rows = await db.rows(
    `with candidate as materialized (
       select of, id, workspace_id, project_id, report_id, at, nth, block_from, block_to, kept_at from search_part
        where workspace_id = $1 and id = any($3::uuid[]) and nth = 0)
     select ${columns} from ${joined} where s.of in ('report', 'entity') and ${visible}`,
    [actor.workspaceId, actor.userId, ids],
    "things-by-id",
  );
  return asThings(rows);
}
