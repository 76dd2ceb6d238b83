import "server-only";
import type { ExportCounts } from "@/domain/formats/dataset";
import { entitiesOfAll } from "@/server/data/entities/seen";
import {
  type Asked,
  annotationLeaves,
  askedValues,
  isFree,
  notHeld,
  relationAsked,
  reportLeaves,
} from "@/server/data/export/leaving";
import { reportNarrowed } from "@/server/data/export/narrowing";
import { threadLeaves } from "@/server/data/export/threads";
import type { Sql } from "@/server/data/transaction";

/** Counts what would leave, in one statement over one snapshot. */
export async function countLeaving(db: Sql, asked: Asked): Promise<ExportCounts> {
  const entity = notHeld("e.id", asked.held?.entities);
  const [row] = await db.rows<{ counts: ExportCounts }>(
    `with a as materialized (select t.id, t.kind, t.version from tag t where ${annotationLeaves(asked, "t")}),
          x as materialized (select t.id, t.kind, t.version, t.from_id in (select id from a)
                               and (t.to_id is null or t.to_id in (select id from a)) as leaves
                               from tag t where ${relationAsked(asked, "t")}),
          tags as materialized (select id, kind, version from a union all select id, kind, version from x where leaves),
          th as materialized (select h.* from thread h where ${threadLeaves(asked, "h")}),
          kinds as (select count(*) as annotations, count(*) filter (where kind = 'claim') as claims,
                      count(*) filter (where kind = 'place') as places, count(*) filter (where kind = 'source') as sources
                      from a),
          now as (select count(*) filter (where jsonb_array_length(v.anchor->'segments') > 1) as discontinuous,
                    count(*) filter (where a.kind = 'claim' and v.attributes->>'standing' = 'background') as background
                    from a join tag_version v on v.workspace_id = $1 and v.tag_id = a.id and v.number = a.version)
     select json_build_object(
       'reports', (select count(*) from report x where x.workspace_id = $1 and x.project_id = $2
                      and ($6::uuid is null or x.id = $6) and ${reportLeaves(asked, "x")}),
       'embargoed', (select count(*) from report x where x.workspace_id = $1 and x.project_id = $2
                      and ($6::uuid is null or x.id = $6) and not ${isFree("x")}
                      and ${reportNarrowed(asked.narrowed, "x")}),
       'annotations', kinds.annotations, 'claims', kinds.claims, 'places', kinds.places, 'sources', kinds.sources,
       'relations', (select count(*) from x where leaves),
       'ownValues', (select coalesce(sum(case jsonb_typeof(x.value) when 'array' then jsonb_array_length(x.value) else 1 end), 0)
                      from tags o
                      join tag_version v on v.workspace_id = $1 and v.tag_id = o.id and v.number = o.version
                      cross join lateral jsonb_each(v.attributes) as x(slug, value)
                     where o.kind like 'label:%' or o.kind like 'relation:%'),
       'threads', (select count(*) from th),
       'comments', (select count(*) from comment c join th on c.workspace_id = $1 and c.thread_id = th.id),
       'entities', (select count(*) from ${entitiesOfAll} e
                     where e.workspace_id = $1 and e.project_id = $2 and e.merged_into is null and ${entity}),
       'mergedEntities', (select count(*) from ${entitiesOfAll} e
                           where e.workspace_id = $1 and e.project_id = $2 and e.merged_into is not null and ${entity}),
       'versions', (select count(*) from tags) + (select count(*) from tags
                      join tag_version v on v.workspace_id = $1 and v.tag_id = tags.id and v.number < tags.version
                     where tags.version > 1),
       'verdicts', (select count(*) from verdict d join tags on d.workspace_id = $1 and d.tag_id = tags.id
                     where d.undone_at is null),
       'grades', (select count(*) from grade g join ${entitiesOfAll} e on e.workspace_id = g.workspace_id and e.id = g.entity_id
                   where g.workspace_id = $1 and g.layer is null and e.project_id = $2 and ${entity}),
       'discontinuous', now.discontinuous, 'backgroundClaims', now.background,
       'relationsLeftBehind', (select count(*) from x where not leaves)) as counts
     from kinds, now`,
    askedValues(asked),
  );
  if (!row) throw new Error("A count always answers one row.");
  return row.counts;
}
