import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import type { NamesOfOne } from "@/domain/search/other-names";
import type { Looked } from "@/domain/search/query";
import { gazetteerNames } from "@/server/data/gazetteer/names";
import { joined, quote, visible } from "@/server/data/search/find";
import { looked as wordsOf } from "@/server/data/search/tsquery";
import type { Sql } from "@/server/data/transaction";

/** Where names are looked for: in one project, or in all of this person's. */
export type Within = { actor: Actor; projectId: ProjectId | undefined };

/** Things with a word in common with what is looked for that are gone through. */
const most = 500;

type Named = { name: string | null; aliases: string[] | null; located: string | null };

/**
 * What is called by these words as far as this person sees it: entities with all their names, and what place mentions
 * were resolved to.
 */
export async function namedBy(
  db: Sql,
  { actor, projectId }: Within,
  lookedFor: readonly Looked[],
): Promise<{ entities: NamesOfOne[]; places: string[] }> {
  const rows = await db.rows<Named>(
    `with candidate as materialized (
       select of, id, workspace_id, project_id, report_id, at, nth, block_from, block_to from search_part
        where workspace_id = $1 and ($3::uuid is null or project_id = $3) and of <> 'report' and of <> 'comment'
          and words @@ $4::tsquery limit ${most})
     select e.name, e.aliases, v.attributes->'located'->>'id' as located
       from ${joined}
      where ${visible} and (s.of = 'entity' or t.kind = 'place' and v.attributes->'located'->>'id' is not null)`,
    [actor.workspaceId, actor.userId, projectId ?? null, lookedFor.map(wordsOf).join(" | ")],
    "named-by",
  );
  return {
    entities: rows.flatMap(({ name, aliases }) => (name === null ? [] : [[name, ...(aliases ?? [])]])),
    places: [...new Set(rows.flatMap(({ located }) => located ?? []))],
  };
}

/** What the gazetteer calls by one of these keys. */
export async function gazetteerIds(db: Sql, { workspaceId }: Actor, keys: readonly string[]): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(
    `select place_id as id from gazetteer_name where key = any($1::text[])
     union select id from filed_place where workspace_id = $2 and keys && $1::text[]
     union select place_id from filed_name where workspace_id = $2 and key = any($1::text[]) limit 200`,
    [keys, workspaceId],
    "gazetteer-ids",
  );
  return rows.map(({ id }) => id);
}

/** Those of these places that mentions this person sees were resolved to, with the words of the mentions and all names. */
export async function namesOfPlaces(
  db: Sql,
  { actor, projectId }: Within,
  ids: readonly string[],
): Promise<NamesOfOne[]> {
  const rows = await db.rows<{ names: string[] }>(
    `with candidate as materialized (
       select distinct s.of, s.id, s.workspace_id, s.project_id, s.report_id, s.at, s.nth, s.block_from, s.block_to
         from tag_version k join search_part s on s.workspace_id = k.workspace_id and s.id = k.tag_id and s.nth = 0
        where k.workspace_id = $1 and ($3::uuid is null or s.project_id = $3)
          and k.attributes->'located'->>'id' = any($4::text[]) limit ${most})
     select array_agg(distinct y.quote) || array_agg(distinct y.name)
            || ${gazetteerNames("y.id")} as names
       from (select ${quote} as quote, v.attributes->'located'->>'id' as id, v.attributes->'located'->>'name' as name
               from ${joined} where ${visible} and t.kind = 'place') y
      where y.id = any($4::text[]) group by y.id`,
    [actor.workspaceId, actor.userId, projectId ?? null, ids],
    "names-of-places",
  );
  return rows.map(({ names }) => names.filter((name) => name !== ""));
}
