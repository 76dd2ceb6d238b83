import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Entity, Grade } from "@/domain/entity/entity";
import { type Decided, type EntityPage, type Placed, pageLength, type Spelling } from "@/domain/entity/entity-page";
import type { EntityId } from "@/domain/ids";
import { family } from "@/server/data/entities/followed";
import { entitiesSeenBy, entityJson, seenGrades } from "@/server/data/entities/seen";
import { seenEnds, seenTags } from "@/server/data/tags/read";
import { currentTags, instant, tagNow } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

type Viewer = { actor: Actor; standing: Standing };

/** Those merged into an entity, directly or not. */
export async function absorbedBy(db: Sql, viewer: Viewer, id: EntityId): Promise<Entity[]> {
  const rows = await db.rows<{ entity: Entity }>(
    `select ${entityJson} as entity from ${entitiesSeenBy(viewer)} e
      where e.workspace_id = $1 and e.merged_into = $2 order by lower(e.name), e.id`,
    [viewer.actor.workspaceId, id],
  );
  return rows.map(({ entity }) => entity);
}

/** The newest tags `t` that a condition holds for, with their reports, archived ones left out; one more than a page holds. */
export const placed = (which: string, { actor, standing }: Viewer) => `
  select json_build_object('annotation', ${tagNow}, 'reportTitle', r.title, 'outlet', r.outlet) as placed
    from ${currentTags} join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
   where t.workspace_id = $1 and t.state <> 'withdrawn' and r.archived_at is null and ${which} and ${seenTags(actor, standing)}
   order by t.created_at desc, t.id desc limit ${pageLength + 1}`;

const named = "t.kind = 'source' and t.entity_id in (select id from family)";

/** The mentions that a link from a claim `t` leads to are seen by whoever sees the link. */
export const claimedBy = ({ actor, standing }: Viewer) => `t.kind = 'claim' and t.id in (
  select l.from_id from (
    select t.from_id from tag t
      join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
     where t.workspace_id = $1 and t.kind = 'attributed-to' and t.state <> 'withdrawn' and ${seenTags(actor, standing)}
       ${seenEnds(standing)} and (t.to_entity_id in (select id from family)
         or t.to_id in (select m.id from tag m where m.workspace_id = $1 and m.kind = 'source'
              and m.state <> 'withdrawn' and m.entity_id in (select id from family)))) l)`;

/** Claims `t` in which an entity, or one merged into it, acts or suffers. */
export const actsIn = `t.kind = 'claim' and exists (
  select from family f join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
   where v.kind = 'claim' and v.attributes ? 'actors'
     and (v.attributes->'actors') @> jsonb_build_array(jsonb_build_object('entityId', f.id)))
  and t.id in (select v.tag_id from family f join tag_version v on v.kind = 'claim' and v.attributes ? 'actors'
     and (v.attributes->'actors') @> jsonb_build_array(jsonb_build_object('entityId', f.id)) where v.workspace_id = $1)`;

export type PlacedRow = { placed: Placed & { outlet: string | null } };
export const placedOf = ({ placed: { outlet, ...rest } }: PlacedRow): Placed => ({
  ...rest,
  ...(outlet !== null && { outlet }),
});

type Uses = Record<"mentions" | "claims" | "about", Placed[]>;

/** Where an entity, or one merged into it, is named, and the claims attributed to it and about it; what this person sees. */
export async function usesOf(db: Sql, viewer: Viewer, id: EntityId): Promise<Uses> {
  const read = async (which: string) => {
    const rows = await db.rows<PlacedRow>(`with ${family} ${placed(which, viewer)}`, [viewer.actor.workspaceId, id]);
    return rows.map(placedOf);
  };
  return { mentions: await read(named), claims: await read(claimedBy(viewer)), about: await read(actsIn) };
}

/** So many tags are counted at most. */
export const most = 10_000;

/** Spellings of the mentions in `rows`, which have `id`, `report_id` and `anchor`; of those in one piece. */
export const spellingsOf = (rows: string) => `
  select s->>'quote' as quote, (array_agg((s->>'start')::int order by id desc))[1] as start,
         (array_agg((s->>'end')::int order by id desc))[1] as "end", (array_agg(report_id order by id desc))[1] as "reportId",
         (array_agg(id order by id desc))[1] as "tagId", count(*)::int as count
    from (select id, report_id, anchor->'segments'->0 as s from (${rows}) m where jsonb_array_length(anchor->'segments') = 1) n
   group by 1 order by 6 desc, 1 limit 30`;

/** By which words an entity, or one merged into it, is mentioned where that was accepted, as far as this person sees it. */
export function spellingsOfEntity(db: Sql, { actor, standing }: Viewer, id: EntityId): Promise<Spelling[]> {
  const mentions = `select t.id, t.report_id, v.anchor from ${currentTags}
      join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
     where t.workspace_id = $1 and t.state = 'accepted' and r.archived_at is null and ${named} and ${seenTags(actor, standing)}
     order by t.id desc limit ${most}`;
  return db.rows<Spelling>(`with ${family} ${spellingsOf(mentions)}`, [actor.workspaceId, id]);
}

/** How the tags of `found` were decided on. */
export const countDecided = `select count(*) filter (where state = 'accepted')::int as accepted,
  count(*) filter (where state = 'open')::int as open,
  count(*) filter (where state in ('returned', 'rejected'))::int as refused from found`;

/** What was decided on what leads to an entity, or one merged into it, as far as this person sees it; not in archived reports. */
export async function decidedOf(db: Sql, viewer: Viewer, id: EntityId): Promise<EntityPage["decided"]> {
  const { actor, standing } = viewer;
  const read = async (which: string): Promise<Decided> => {
    const [row] = await db.rows<Decided>(
      `with ${family}, found as (
         select t.state from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
          where t.workspace_id = $1 and t.state <> 'withdrawn' and r.archived_at is null and ${which} and ${seenTags(actor, standing)} limit ${most})
       ${countDecided}`,
      [actor.workspaceId, id],
    );
    return row ?? { accepted: 0, refused: 0, open: 0 };
  };
  return { mentions: await read(named), claims: await read(claimedBy(viewer)), about: await read(actsIn) };
}

/** How reliable an entity was judged to be, and those merged into it, as far as this person sees it, newest first. */
export async function gradesOf(db: Sql, viewer: Viewer, id: EntityId): Promise<Grade[]> {
  const rows = await db.rows<{ grade: Grade }>(
    `with ${family}
     select json_strip_nulls(json_build_object('reliability', g.reliability, 'reason', g.reason, 'by', g.created_by,
              'at', ${instant("g.created_at")}, 'of', nullif(g.entity_id, $2),
              'closed', case when g.layer is not null then true end)) as grade
       from family f join grade g on g.workspace_id = $1 and g.entity_id = f.id
      where ${seenGrades(viewer)} order by g.created_at desc, g.id desc`,
    [viewer.actor.workspaceId, id],
  );
  return rows.map(({ grade }) => grade);
}
