import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { writingLayer } from "@/domain/access/policy";
import type { Quote } from "@/domain/entity/quotes";
import type { EntityId, ProjectId } from "@/domain/ids";
import { followed } from "@/server/data/entities/followed";
import { entitiesSeenBy } from "@/server/data/entities/seen";
import { seenEnds, seenTags } from "@/server/data/tags/read";
import type { Sql } from "@/server/data/transaction";

type Viewer = { actor: Actor; standing: Standing };

/** In independent projects the layer somebody works in; who reads or reviews there sees what was decided. */
const shownLayer = ({ actor, standing }: Viewer) =>
  standing.role === "reader" && standing.mode === "independent" ? "final" : writingLayer(actor.userId, standing);

/** So many links are gone through, those of the latest reports first. */
const most = 200_000;

type Row = { from: EntityId | null; fromName: string; to: EntityId; toName: string; claims: number; reports: number };

/**
 * Who quotes whom in a project as this person sees it: the outlet of a report its sources, and those, whoever they cite
 * in turn. Links that were withdrawn or rejected are none, nor are those in archived reports.
 */
export async function quotesIn(
  db: Sql,
  viewer: Viewer,
  { projectId, entity, limit }: { projectId: ProjectId; entity: EntityId | undefined; limit: number },
): Promise<Quote[]> {
  const { actor, standing } = viewer;
  const rows = await db.rows<Row>(
    `with link as (
       select t.from_id as claim, t.report_id, nullif(r.outlet, '') as outlet, t.entity,
              coalesce((v.attributes->>'nested')::boolean, false) as nested
         from (select l.*, ${followed("l.workspace_id", "coalesce(l.to_entity_id, s.entity_id)")} as entity
                 from tag l left join tag s on s.workspace_id = l.workspace_id and s.id = l.to_id and s.state in ('open', 'accepted')
                where l.workspace_id = $1 and l.project_id = $2 and l.kind = 'attributed-to' and l.layer = $3
                  and l.state in ('open', 'accepted') order by l.report_id desc limit ${most}) t
         join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
         join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
        where t.entity is not null and r.archived_at is null and ${seenTags(actor, standing)} ${seenEnds(standing)}
     ), pair as (
       select null::uuid as "from", l.outlet as name, l.entity as "to", l.claim, l.report_id from link l
        where l.outlet is not null and (not l.nested or not exists (select from link o where o.claim = l.claim and not o.nested))
       union all
       select l.entity, null, n.entity, l.claim, l.report_id from link l join link n on n.claim = l.claim and n.nested
        where not l.nested
     )
     select p."from", coalesce(f.name, p.name) as "fromName", p."to", e.name as "toName",
            count(distinct p.claim)::int as claims, count(distinct p.report_id)::int as reports
       from pair p
       join ${entitiesSeenBy(viewer)} e on e.workspace_id = $1 and e.id = p."to" and e.kind <> 'the article itself'
       left join ${entitiesSeenBy(viewer)} f on f.workspace_id = $1 and f.id = p."from"
      where (p."from" is null or f.id is not null)
        and ($4::uuid is null or $4 in (p."from", p."to") or lower(p.name) in (
              select lower(w) from entity o cross join unnest(o.aliases || o.name) as w where o.workspace_id = $1 and o.id = $4))
      group by 1, 2, 3, 4 order by 5 desc, 2, 4 limit $5`,
    [actor.workspaceId, projectId, shownLayer(viewer), entity ?? null, limit],
  );
  return rows.map(({ from, fromName, to, toName, claims, reports }) => ({
    from: { ...(from !== null && { id: from }), name: fromName },
    to: { id: to, name: toName },
    ...{ claims, reports },
  }));
}

/** The outlets of a project's registry with all their names, the first of them their own. */
export const outletsOf = (db: Sql, viewer: Viewer, projectId: ProjectId) =>
  db.rows<{ id: EntityId; names: string[] }>(
    `select e.id, e.name || e.aliases as names from ${entitiesSeenBy(viewer)} e
      where e.workspace_id = $1 and e.project_id = $2 and e.kind = 'media outlet' and e.merged_into is null`,
    [viewer.actor.workspaceId, projectId],
  );
