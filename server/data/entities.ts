import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Entity, Grade, PutEntity, Reliability } from "@/domain/entity/entity";
import { type Placed, pageLength } from "@/domain/entity/entity-page";
import type { EntityId, ProjectId, ReportId, WorkspaceId } from "@/domain/ids";
import { seenEnds, seenTags } from "@/server/data/tags/read";
import { currentTags, instant, tagNow } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

const entityJson = `json_strip_nulls(json_build_object('id', e.id, 'projectId', e.project_id, 'name', e.name,
  'kind', e.kind, 'anonymity', e.anonymity, 'side', e.side, 'scale', e.scale, 'aliases', e.aliases,
  'parentId', e.parent_id, 'outletId', e.outlet_id, 'note', e.note, 'mergedInto', e.merged_into,
  'reliability', e.reliability, 'version', e.version, 'createdBy', e.created_by,
  'createdAt', ${instant("e.created_at")}))`;

type EntityRow = { entity: Entity };

/** An entity of the workspace, whoever may see its project. */
export async function findEntity(db: Sql, workspaceId: string, id: EntityId): Promise<Entity | undefined> {
  const [row] = await db.rows<EntityRow>(
    `select ${entityJson} as entity from entity e where e.workspace_id = $1 and e.id = $2`,
    [workspaceId, id],
  );
  return row?.entity;
}

/** A page of a project's entities by name; `q` is part of a name or alias. Merged ones follow their own. */
export async function entitiesOf(
  db: Sql,
  actor: Actor,
  {
    projectId,
    q,
    after,
    limit,
  }: { projectId: ProjectId; q: string; after: readonly [string, string] | undefined; limit: number },
): Promise<Page<Entity>> {
  const rows = await db.rows<EntityRow & { key: string }>(
    `select ${entityJson} as entity, lower(e.name) as key from entity e
      where e.workspace_id = $1 and e.project_id = $2 and ($3 = '' or e.merged_into is null)
        and ($3 = '' or e.name ilike '%' || $3 || '%'
             or exists (select 1 from unnest(e.aliases) as a where a ilike '%' || $3 || '%'))
        and ($4::text is null or (lower(e.name), e.id) > ($4, $5::uuid))
      order by lower(e.name), e.id limit $6`,
    [actor.workspaceId, projectId, q.replaceAll(/[\\%_]/g, "\\$&"), after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  const page = toPage(rows, limit, ({ key, entity }) => [key, entity.id]);
  return { ...page, items: page.items.map(({ entity }) => entity) };
}

/** Names by id, of those ids that are in the project. */
export async function entityNames(
  db: Sql,
  workspaceId: WorkspaceId,
  projectId: ProjectId,
  ids: readonly EntityId[],
): Promise<Record<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(
    "select id, name from entity where workspace_id = $1 and project_id = $2 and id = any($3::uuid[])",
    [workspaceId, projectId, [...new Set(ids)]],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** The entities that a report's tags name, with what those were merged into. */
export async function entitiesNamedIn(
  db: Sql,
  actor: Actor,
  standing: Standing,
  reportId: ReportId,
): Promise<Entity[]> {
  const rows = await db.rows<EntityRow>(
    `with recursive seen as (
       select t.*, v.attributes from ${currentTags}
         join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
        where t.workspace_id = $1 and t.report_id = $2 and t.state <> 'withdrawn' and ${seenTags(actor, standing)}
     ), named as (
       select entity_id as id from seen where entity_id is not null
       union select to_entity_id from seen where to_entity_id is not null
       union select (a->>'entityId')::uuid from seen, jsonb_array_elements(seen.attributes->'actors') as a
        where seen.kind = 'claim' and jsonb_typeof(seen.attributes->'actors') = 'array'
       union select e.merged_into from named join entity e on e.workspace_id = $1 and e.id = named.id
        where e.merged_into is not null
     )
     select ${entityJson} as entity from named join entity e on e.workspace_id = $1 and e.id = named.id
      order by lower(e.name), e.id`,
    [actor.workspaceId, reportId],
  );
  return rows.map(({ entity }) => entity);
}

const written = "name, kind, anonymity, side, scale, aliases, parent_id, outlet_id, note";

const columnsOf = (put: PutEntity): unknown[] => [
  put.name,
  put.kind,
  put.anonymity,
  put.side,
  put.scale,
  put.aliases,
  put.parentId,
  put.outletId,
  put.note,
];

/** False when there is one with this id already. */
export async function addEntity(
  tx: Tx,
  actor: Actor,
  { id, projectId, put }: { id: EntityId; projectId: ProjectId; put: PutEntity },
): Promise<boolean> {
  const made = await tx.rows(
    `insert into entity (workspace_id, id, project_id, created_by, ${written})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
    [tx.workspaceId, id, projectId, actor.userId, ...columnsOf(put)],
  );
  return made.length === 1;
}

/** False when it is not at that version any more. */
export async function changeEntity(tx: Tx, id: EntityId, seen: number, put: PutEntity): Promise<boolean> {
  const changed = await tx.rows(
    `update entity set (${written}, version) = ($4, $5, $6, $7, $8, $9, $10, $11, $12, version + 1)
      where workspace_id = $1 and id = $2 and version = $3 returning id`,
    [tx.workspaceId, id, seen, ...columnsOf(put)],
  );
  return changed.length === 1;
}

/** Appends a judgement of reliability; the latest is kept with the entity. Both at once. */
export async function addGrade(
  tx: Tx,
  actor: Actor,
  { id, entityId, reliability, reason }: { id: string; entityId: EntityId; reliability: Reliability; reason: string },
): Promise<void> {
  await tx.rows("update entity set reliability = $3 where workspace_id = $1 and id = $2", [
    tx.workspaceId,
    entityId,
    reliability,
  ]);
  await tx.rows(
    `insert into grade (workspace_id, id, entity_id, reliability, reason, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
    [tx.workspaceId, id, entityId, reliability, reason, actor.userId],
  );
}

/** Lets one entity follow another, which takes its names as aliases. Nothing else is moved. */
export async function mergeEntities(tx: Tx, from: EntityId, into: EntityId): Promise<void> {
  await tx.rows("update entity set merged_into = $3, version = version + 1 where workspace_id = $1 and id = $2", [
    tx.workspaceId,
    from,
    into,
  ]);
  await tx.rows(
    `update entity e set version = e.version + 1, aliases = (
        select coalesce(array_agg(distinct a), '{}') from unnest(e.aliases || m.aliases || m.name) as a where a <> e.name)
       from entity m where e.workspace_id = $1 and e.id = $3 and m.workspace_id = $1 and m.id = $2`,
    [tx.workspaceId, from, into],
  );
}

/** Locks entities in one order, so that two merges never wait for each other. */
export async function lockEntities(tx: Tx, ids: readonly EntityId[]): Promise<void> {
  await tx.rows("select 1 from entity where workspace_id = $1 and id = any($2::uuid[]) order by id for update", [
    tx.workspaceId,
    ids,
  ]);
}

const family = `family as (
  select e.id from entity e where e.workspace_id = $1 and e.id = $2
  union select e.id from family f join entity e on e.workspace_id = $1 and e.merged_into = f.id
)`;

/** Those merged into an entity, directly or not. */
export async function absorbedBy(db: Sql, { workspaceId }: Actor, id: EntityId): Promise<Entity[]> {
  const rows = await db.rows<EntityRow>(
    `with recursive ${family} select ${entityJson} as entity from family f
       join entity e on e.workspace_id = $1 and e.id = f.id where e.id <> $2 order by lower(e.name), e.id`,
    [workspaceId, id],
  );
  return rows.map(({ entity }) => entity);
}

const placed = (which: string, actor: Actor, standing: Standing) => `
  select json_build_object('annotation', ${tagNow}, 'reportTitle', r.title, 'outlet', r.outlet) as placed
    from ${currentTags} join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
   where t.workspace_id = $1 and t.state <> 'withdrawn' and ${which} and ${seenTags(actor, standing)}
   order by t.created_at desc, t.id desc limit ${pageLength + 1}`;

const named = "t.kind = 'source' and t.entity_id in (select id from family)";

/** The mentions that a link from a claim `t` leads to are seen by whoever sees the link. */
const claimed = (actor: Actor, standing: Standing) => `t.kind = 'claim' and t.id in (
  select l.from_id from (
    select t.from_id from tag t
      join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
     where t.workspace_id = $1 and t.kind = 'attributed-to' and t.state <> 'withdrawn' and ${seenTags(actor, standing)}
       ${seenEnds(standing)} and (t.to_entity_id in (select id from family)
         or t.to_id in (select m.id from tag m where m.workspace_id = $1 and m.kind = 'source'
              and m.state <> 'withdrawn' and m.entity_id in (select id from family)))) l)`;

/** Where an entity, or one merged into it, is named, and the claims attributed to it; what this person sees. */
export async function usesOf(
  db: Sql,
  actor: Actor,
  standing: Standing,
  id: EntityId,
): Promise<{ mentions: Placed[]; claims: Placed[] }> {
  const read = async (which: string) => {
    const rows = await db.rows<{ placed: Placed & { outlet: string | null } }>(
      `with recursive ${family} ${placed(which, actor, standing)}`,
      [actor.workspaceId, id],
    );
    return rows.map(({ placed: { outlet, ...rest } }) => ({ ...rest, ...(outlet !== null && { outlet }) }));
  };
  return { mentions: await read(named), claims: await read(claimed(actor, standing)) };
}

/** How reliable an entity was judged to be, newest first. */
export async function gradesOf(db: Sql, { workspaceId }: Actor, id: EntityId): Promise<Grade[]> {
  const rows = await db.rows<{ grade: Grade }>(
    `select json_build_object('reliability', g.reliability, 'reason', g.reason, 'by', g.created_by,
              'at', ${instant("g.created_at")}) as grade
       from grade g where g.workspace_id = $1 and g.entity_id = $2 order by g.created_at desc, g.id desc`,
    [workspaceId, id],
  );
  return rows.map(({ grade }) => grade);
}
