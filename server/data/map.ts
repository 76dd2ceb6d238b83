import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { writingLayer } from "@/domain/access/policy";
import type { EntityId, ProjectId, ReportId, WorkspaceId } from "@/domain/ids";
import type { MapPlace, Neighbour } from "@/domain/map/on-map";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { TagState } from "@/domain/tag/tag";
import { family } from "@/server/data/entities/followed";
import { claimedBy } from "@/server/data/entities/uses";
import { seenEnds, seenTags } from "@/server/data/tags/read";
import type { Sql } from "@/server/data/transaction";

type Viewer = { actor: Actor; standing: Standing };

/** What a map is narrowed to. */
export type WantedPlaces = {
  projectId: ProjectId;
  report: ReportId | undefined;
  entity: EntityId | undefined;
  states: readonly TagState[];
  featureType: PlaceAttributes["featureType"];
  q: string;
  limit: number;
};

/** How many of a project's tags in each state one map goes through, those of the latest reports first. */
const looksAt = 60_000;

/** In independent projects the layer somebody works in; who reads or reviews there sees what was decided. */
export const shownLayer = ({ actor, standing }: Viewer) =>
  standing.role === "reader" && standing.mode === "independent" ? "final" : writingLayer(actor.userId, standing);

const words = `(select string_agg(s->>'quote', ' … ') from jsonb_array_elements(v.anchor->'segments') as s)`;

/** The places of claims that an entity, or one merged into it, is part of: it says so, or acts in them. */
const ofEntity = (viewer: Viewer): string => {
  const seen = seenTags(viewer.actor, viewer.standing);
  return `t.id in (
    select l.to_id from (
      select t.to_id, t.from_id from tag t
        join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       where t.workspace_id = $1 and t.project_id = $2 and t.kind = 'located-at' and t.state <> 'withdrawn' and t.layer = $3
         and ${seen} ${seenEnds(viewer.standing)}) l
     where l.from_id in (
      select t.id from tag t
        join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
        join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
       where t.workspace_id = $1 and t.project_id = $2 and t.kind = 'claim' and t.state <> 'withdrawn' and t.layer = $3
         and ${seen} and (exists (
           select from jsonb_array_elements(case when jsonb_typeof(v.attributes->'actors') = 'array'
                                                 then v.attributes->'actors' else '[]'::jsonb end) a
            where (a->>'entityId')::uuid in (select id from family)) or ${claimedBy(viewer)})))`;
};

const familyOf = (entity: string) => family.replaceAll("$2", () => entity);

type Row = {
  id: MapPlace["id"];
  reportId: ReportId;
  title: string;
  state: TagState;
  words: string | null;
  said: PlaceAttributes;
};

/** The places that reports of a project name, as this person sees them: those of the latest reports first; one more than asked for. */
export async function placesOnMap(db: Sql, viewer: Viewer, wanted: WantedPlaces): Promise<Row[]> {
  const { actor, standing } = viewer;
  const values: unknown[] = [actor.workspaceId, wanted.projectId, shownLayer(viewer)];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const report = wanted.report && `and report_id = ${bound(wanted.report)}`;
  const latest = wanted.states.map(
    (state) => `
    (select * from tag where workspace_id = $1 and project_id = $2 and state = ${bound(state)} and layer = $3 ${report ?? ""}
      order by report_id desc limit ${looksAt})`,
  );
  const pattern = `%${wanted.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const conditions = [
    "t.kind = 'place'",
    seenTags(actor, standing),
    wanted.featureType && `v.attributes->>'featureType' = ${bound(wanted.featureType)}`,
    wanted.q && `concat_ws(' ', v.attributes->'located'->>'name', ${words}) ilike ${bound(pattern)}`,
    wanted.entity && ofEntity(viewer),
  ].filter(Boolean);
  const whose = wanted.entity ? `with ${familyOf(bound(wanted.entity))}` : "";
  return db.rows<Row>(
    `${whose} select t.id, t.report_id as "reportId", r.title, t.state, ${words} as words,
            v.attributes - 'note' - 'noteProse' - 'candidates' as said
       from (${latest.join(" union all ")}) t
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
      where ${conditions.join(" and ")}
      order by t.report_id desc, t.span_start, t.id limit ${bound(wanted.limit + 1)}`,
    values,
  );
}

/** Corners in degrees; `west` is greater than `east` where the antimeridian lies between. */
export type Box = { south: number; west: number; north: number; east: number };

/** The towns with most people within a box. */
export async function townsWithin(
  db: Sql,
  workspaceId: WorkspaceId,
  { south, west, north, east }: Box,
  limit: number,
): Promise<Neighbour[]> {
  const across = west <= east ? "longitude between $3 and $4" : "(longitude >= $3 or longitude <= $4)";
  return db.rows<Neighbour>(
    `select name, latitude, longitude, population from (
       select id, name, feature, latitude, longitude, population from filed_place where workspace_id = $6
       union all select id, name, feature, latitude, longitude, population from gazetteer_place b
        where not exists (select from filed_place o where o.workspace_id = $6 and o.id = b.id)) p
      where feature = 'settlement' and latitude between $1 and $2 and ${across}
      order by population desc, id limit $5`,
    [south, north, west, east, limit, workspaceId],
  );
}
