import "server-only";
import type { ExportCounts } from "@/domain/formats/dataset";
import { entitiesOfAll } from "@/server/data/entities/seen";
import {
  type Asked,
  annotationLeaves,
  askedValues,
  isFree,
  notHeld,
  relationLeaves,
  relationStaysBehind,
  reportLeaves,
} from "@/server/data/export/leaving";
import { reportNarrowed } from "@/server/data/export/narrowing";
import { threadLeaves } from "@/server/data/export/threads";
import type { Sql } from "@/server/data/transaction";

/** Counts what would leave, in one statement over one snapshot. */
export async function countLeaving(db: Sql, asked: Asked): Promise<ExportCounts> {
  const entity = notHeld("e.id", asked.held?.entities);
  const [row] = await db.rows<{ counts: ExportCounts }>(
    `with a as materialized (select t.* from tag t where ${annotationLeaves(asked, "t")}),
          r as materialized (select t.* from tag t where ${relationLeaves(asked, "t")}),
          tags as (select id from a union all select id from r),
          th as materialized (select h.* from thread h where ${threadLeaves(asked, "h")}),
          now as (select v.attributes, v.anchor, a.kind from a
                    join tag_version v on v.workspace_id = $1 and v.tag_id = a.id and v.number = a.version)
     select json_build_object(
       'reports', (select count(*) from report x where x.workspace_id = $1 and x.project_id = $2
                      and ($6::uuid is null or x.id = $6) and ${reportLeaves(asked, "x")}),
       'embargoed', (select count(*) from report x where x.workspace_id = $1 and x.project_id = $2
                      and ($6::uuid is null or x.id = $6) and not ${isFree("x")}
                      and ${reportNarrowed(asked.narrowed, "x")}),
       'annotations', (select count(*) from a),
       'claims', (select count(*) from a where kind = 'claim'),
       'places', (select count(*) from a where kind = 'place'),
       'sources', (select count(*) from a where kind = 'source'),
       'relations', (select count(*) from r),
       'ownValues', (select coalesce(sum(case jsonb_typeof(x.value) when 'array' then jsonb_array_length(x.value) else 1 end), 0)
                      from (select * from a union all select * from r) o
                      join tag_version v on v.workspace_id = $1 and v.tag_id = o.id and v.number = o.version
                      cross join lateral jsonb_each(v.attributes) as x(slug, value)
                     where o.kind like 'label:%' or o.kind like 'relation:%'),
       'threads', (select count(*) from th),
       'comments', (select count(*) from comment c join th on c.workspace_id = $1 and c.thread_id = th.id),
       'entities', (select count(*) from ${entitiesOfAll} e
                     where e.workspace_id = $1 and e.project_id = $2 and e.merged_into is null and ${entity}),
       'mergedEntities', (select count(*) from ${entitiesOfAll} e
                           where e.workspace_id = $1 and e.project_id = $2 and e.merged_into is not null and ${entity}),
       'versions', (select count(*) from tag_version v join tags on v.workspace_id = $1 and v.tag_id = tags.id),
       'verdicts', (select count(*) from verdict d join tags on d.workspace_id = $1 and d.tag_id = tags.id
                     where d.undone_at is null),
       'grades', (select count(*) from grade g join ${entitiesOfAll} e on e.workspace_id = g.workspace_id and e.id = g.entity_id
                   where g.workspace_id = $1 and g.layer is null and e.project_id = $2 and ${entity}),
       'discontinuous', (select count(*) from now where jsonb_array_length(anchor->'segments') > 1),
       'backgroundClaims', (select count(*) from now where kind = 'claim' and attributes->>'standing' = 'background'),
       'relationsLeftBehind', (select count(*) from tag t where ${relationStaysBehind(asked, "t")})) as counts`,
    askedValues(asked),
  );
  if (!row) throw new Error("A count always answers one row.");
  return row.counts;
}
