import "server-only";
import type { QueryResultRow } from "pg";
import type { Actor, Standing } from "@/domain/access/actor";
import { type Decided, type Placed, pageLength } from "@/domain/entity/entity-page";
import type { PlaceAddress } from "@/domain/gazetteer/place-address";
import type { PlaceCandidate } from "@/domain/gazetteer/place-candidate";
import type { ProjectId } from "@/domain/ids";
import type { MonthOfClaims, PlacePage } from "@/domain/map/place-page";
import { countDecided, most, type PlacedRow, placed, placedOf, spellingsOf } from "@/server/data/entities/uses";
import { seenEvents } from "@/server/data/events/seen";
import { shownLayer } from "@/server/data/map";
import { seenEnds, seenTags } from "@/server/data/tags/read";
import type { Sql } from "@/server/data/transaction";

type Viewer = { actor: Actor; standing: Standing };

/** A place of a project, as this person sees it. */
export type PlaceAsked = Viewer & { projectId: ProjectId; address: PlaceAddress };

/** The mentions that were resolved to a place are `here`, the claims located at it `there`; `$1` to `$7` are bound by `read`. */
const found = ({ actor, standing }: Viewer) => `here as (
  select t.id, t.report_id, v.anchor, v.attributes
    from tag t
    join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
    join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
   where t.workspace_id = $1 and t.project_id = $2 and t.kind = 'place' and t.state <> 'withdrawn' and t.layer = $3
     and r.archived_at is null
     and ${seenTags(actor, standing)}
     and case when $4::text is not null then v.attributes->'located'->>'id' = $4
              else v.attributes->'located'->>'name' = $5 and v.attributes->'located'->>'id' is null
                   and case when $6::float8 is null or $7::float8 is null
                            then not (v.attributes->'located' ?& array['latitude', 'longitude'])
                            else (v.attributes->'located'->>'latitude')::float8 = $6::float8
                             and (v.attributes->'located'->>'longitude')::float8 = $7::float8 end end
), there as (
  select distinct t.from_id as id from tag t
    join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
   where t.workspace_id = $1 and t.project_id = $2 and t.kind = 'located-at' and t.state <> 'withdrawn' and t.layer = $3
     and r.archived_at is null
     and ${seenTags(actor, standing)} ${seenEnds(standing)} and t.to_id in (select id from here))`;

function read<Row extends QueryResultRow>(db: Sql, asked: PlaceAsked, statement: string): Promise<Row[]> {
  const { actor, projectId, address } = asked;
  const at =
    "id" in address ? [address.id, null, null, null] : [null, address.name, address.latitude, address.longitude];
  return db.rows<Row>(`with ${found(asked)} ${statement}`, [
    actor.workspaceId,
    projectId,
    shownLayer(asked),
    ...at.map((each) => each ?? null),
  ]);
}

const mention = "t.kind = 'place' and t.id in (select id from here)";
const claim = "t.kind = 'claim' and t.id in (select id from there)";

/** What most mentions say of the place, and by which words it is mentioned; undefined where nothing was resolved to it. */
export async function placeSaid(db: Sql, asked: PlaceAsked): Promise<PlaceCandidate | undefined> {
  const [row] = await read<{ located: PlaceCandidate }>(
    db,
    asked,
    `select case when attributes ? 'featureType' then jsonb_build_object('featureType', attributes->'featureType') else '{}' end
            || (attributes->'located') as located from here group by 1 order by count(*) desc, 1 limit 1`,
  );
  return row?.located;
}

export const spellingsAt = (db: Sql, asked: PlaceAsked): Promise<PlacePage["spellings"]> =>
  read(db, asked, spellingsOf("select id, report_id, anchor from here"));

/** Where it is named and what is located at it; one more of each than a page holds. */
export async function usesOfPlace(db: Sql, asked: PlaceAsked): Promise<Record<"mentions" | "claims", Placed[]>> {
  const rows = async (which: string) =>
    (await read<PlacedRow>(db, asked, placed(`t.project_id = $2 and ${which}`, asked))).map(placedOf);
  return { mentions: await rows(mention), claims: await rows(claim) };
}

export async function decidedOfPlace(db: Sql, asked: PlaceAsked): Promise<PlacePage["decided"]> {
  const { actor, standing } = asked;
  const count = async (which: string): Promise<Decided> => {
    const [row] = await read<Decided>(
      db,
      asked,
      `, found as (select t.state from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
          where t.workspace_id = $1 and t.project_id = $2 and t.state <> 'withdrawn' and ${which} and ${seenTags(actor, standing)} limit ${most})
       ${countDecided}`,
    );
    return row ?? { accepted: 0, refused: 0, open: 0 };
  };
  return { mentions: await count(mention), claims: await count(claim) };
}

/** Events with a claim that is located at it, the latest day first; one more than a page holds. */
export async function eventsAt(db: Sql, asked: PlaceAsked): Promise<PlacePage["events"]> {
  const rows = await read<PlacePage["events"][number] & { day: string }>(
    db,
    asked,
    `select e.id, e.title, e.state, e.day from event e
      where e.workspace_id = $1 and e.project_id = $2 and e.merged_into is null and ${seenEvents(asked)}
        and e.id in (select c.event_id from event_claim c where c.workspace_id = $1 and c.claim_id in (select id from there))
      order by e.day desc, e.id desc limit ${pageLength + 1}`,
  );
  return rows.map(({ day, ...event }) => ({ ...event, ...(day !== "" && { day }) }));
}

/** The claims located at it by the month of their reports, and how credible they were judged. */
export function monthsOf(db: Sql, asked: PlaceAsked): Promise<MonthOfClaims[]> {
  const { actor, standing } = asked;
  const graded = (low: number) =>
    `count(*) filter (where (v.attributes->>'credibility')::int between ${low} and ${low + 1})::int`;
  return read(
    db,
    asked,
    `select coalesce(substring(r.published from '^\\d{4}-\\d{2}'), to_char(r.created_at at time zone 'UTC', 'YYYY-MM')) as month,
            count(*)::int as claims, count(*) filter (where t.state = 'accepted')::int as accepted,
            ${graded(1)} as credible, ${graded(3)} as unsure, ${graded(5)} as doubtful
       from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
      where t.workspace_id = $1 and t.project_id = $2 and t.state in ('open', 'accepted') and ${claim} and ${seenTags(actor, standing)}
      group by 1 order by 1 limit 600`,
  );
}
