import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Evidence } from "@/domain/event/evidence";
import type { EventId, ProjectId, TagId } from "@/domain/ids";
import { countedLayer } from "@/domain/review/counting";
import { seenTags } from "@/server/data/tags/read";
import type { Sql } from "@/server/data/transaction";

type Viewer = { actor: Actor; standing: Standing };

/** So many claims are taken from each way of looking, and so many are then read whole. */
const each = 1500;
const most = 80;

/** Days around those of an event in which its claims are looked for. */
const around = 3;

const shifted = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Claims that may belong to an event with these claims: linked to them, of their reports, about the same days, or at the
 * same named places. Each way of looking walks an index and takes a bounded number, however large the corpus is; those
 * found most ways come first, then those that share an actor.
 */
export async function candidatesFor(
  db: Sql,
  { actor, standing }: Viewer,
  about: { projectId: ProjectId; eventId: EventId; members: readonly Evidence[] },
): Promise<{ ids: TagId[]; linked: Set<string> }> {
  const { members, projectId, eventId } = about;
  const days = members.flatMap(({ time }) => [time?.from, time?.to].flatMap((day) => day ?? [])).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const names = [...new Set(members.flatMap(({ places }) => places.flatMap(({ name }) => name?.toLowerCase() ?? [])))];
  const rows = await db.rows<{ id: TagId; linked: boolean }>(
    `with own as (select unnest($3::uuid[]) as id), found as (
       select l.to_id as id, 6 as weight, true as linked from own join tag l on l.workspace_id = $1 and l.from_id = own.id
         where l.type = 'relation' and l.to_id is not null and l.state in ('open', 'accepted')
       union all select l.from_id, 6, true from own join tag l on l.workspace_id = $1 and l.to_id = own.id
         where l.type = 'relation' and l.state in ('open', 'accepted')
       union all (select t.id, 1, false from tag t where t.workspace_id = $1 and t.report_id = any($4::uuid[])
          and t.kind = 'claim' limit ${each})
       union all (select d.tag_id, 3, false from tag_version d where d.workspace_id = $1 and d.kind = 'claim'
          and (d.attributes #>> '{eventTime,from}') collate "C" between $5 and $6
          order by (d.attributes #>> '{eventTime,from}') collate "C" limit ${each})
       union all (select l.from_id, 4, false from (
            select p.tag_id from tag_version p where p.workspace_id = $1 and p.kind = 'place'
               and (lower(p.attributes #>> '{located,name}')) collate "C" = any($7::text[]) limit ${each}) p
          join tag l on l.workspace_id = $1 and l.to_id = p.tag_id and l.kind = 'located-at' limit ${each})
     ), ranked as (
       select id, sum(weight) as weight, bool_or(linked) as linked from (select distinct * from found) f
        where id not in (select id from own) group by id order by 2 desc, id desc limit 400
     )
     select t.id, k.linked from ranked k
       join tag t on t.workspace_id = $1 and t.id = k.id
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
      where t.project_id = $2 and t.kind = 'claim' and t.layer = $8 and t.state in ('open', 'accepted')
        and ${seenTags(actor, standing)}
        and not exists (select 1 from event_claim m where m.workspace_id = $1 and m.claim_id = t.id
              and (m.part = 'supports' or m.event_id = $9))
      order by k.weight desc, t.id desc limit ${most}`,
    [
      actor.workspaceId,
      projectId,
      members.map(({ claimId }) => claimId),
      [...new Set(members.map(({ reportId }) => reportId))],
      first ? shifted(first, -around) : null,
      last ? shifted(last, around) : null,
      names,
      countedLayer(standing.mode),
      eventId,
    ],
  );
  return { ids: rows.map(({ id }) => id), linked: new Set(rows.filter((row) => row.linked).map(({ id }) => id)) };
}

/** How many of a project's accepted tags are looked through for claims without an event, those of the latest reports first. */
const looksAt = 8000;

/** Accepted claims of events that are in none yet, those of the latest reports first. */
export async function claimsWithoutEvent(
  db: Sql,
  { actor, standing }: Viewer,
  { projectId, limit }: { projectId: ProjectId; limit: number },
): Promise<TagId[]> {
  const rows = await db.rows<{ id: TagId }>(
    `select t.id from (select * from tag where workspace_id = $1 and project_id = $2 and state = 'accepted' and layer = $3
                        order by report_id desc limit ${looksAt}) t
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
      where t.kind = 'claim' and v.attributes->>'kind' = 'event' and v.attributes->>'polarity' = 'affirmed'
        and ${seenTags(actor, standing)}
        and not exists (select 1 from report_notice n where n.workspace_id = $1 and n.report_id = r.id)
        and not exists (select 1 from event_claim m where m.workspace_id = $1 and m.claim_id = t.id)
      order by t.report_id desc, t.span_start, t.id limit $4`,
    [actor.workspaceId, projectId, countedLayer(standing.mode), limit],
  );
  return rows.map(({ id }) => id);
}
