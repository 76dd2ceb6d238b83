import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { Entity } from "@/domain/entity/entity";
import type { EntityId, ProjectId, ReportId } from "@/domain/ids";
import { namedIn } from "@/server/data/entities/named";
import { entitiesSeenBy, entityJson, type Viewer } from "@/server/data/entities/seen";
import { seenTags } from "@/server/data/tags/read";
import { currentTags } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

type EntityRow = { entity: Entity };

/** The project of an entity of the workspace, and the closed layer that it lies in, whoever may see it. */
export async function placeOfEntity(
  db: Sql,
  workspaceId: string,
  id: EntityId,
): Promise<{ projectId: ProjectId; layer: Layer | null } | undefined> {
  const [row] = await db.rows<{ projectId: ProjectId; layer: Layer | null }>(
    `select project_id as "projectId", layer from entity where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  return row;
}

/** An entity as this person sees it, if they do. */
export async function findEntity(db: Sql, viewer: Viewer, id: EntityId): Promise<Entity | undefined> {
  const [row] = await db.rows<EntityRow>(
    `select ${entityJson} as entity from ${entitiesSeenBy(viewer)} e where e.workspace_id = $1 and e.id = $2`,
    [viewer.actor.workspaceId, id],
  );
  return row?.entity;
}

export type WantedEntities = {
  projectId: ProjectId;
  /** Part of a name or alias. */
  q: string;
  /** Also those that were merged into others; not, when left out. */
  merged?: boolean;
  after: readonly [string, string] | undefined;
  limit: number;
};

/** A page of a project's entities by name. */
export async function entitiesOf(
  db: Sql,
  viewer: Viewer,
  { projectId, q, merged = false, after, limit }: WantedEntities,
): Promise<Page<Entity>> {
  const rows = await db.rows<EntityRow & { key: string }>(
    `select ${entityJson} as entity, lower(e.name) as key from ${entitiesSeenBy(viewer)} e
      where e.workspace_id = $1 and e.project_id = $2 and ($7 or e.merged_into is null)
        and ($3 = '' or e.name ilike '%' || $3 || '%'
             or exists (select 1 from unnest(e.aliases) as a where a ilike '%' || $3 || '%'))
        and ($4::text is null or (lower(e.name), e.id) > ($4, $5::uuid))
      order by lower(e.name), e.id limit $6`,
    [
      viewer.actor.workspaceId,
      projectId,
      q.replaceAll(/[\\%_]/g, "\\$&"),
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
      merged,
    ],
  );
  const page = toPage(rows, limit, ({ key, entity }) => [key, entity.id]);
  return { ...page, items: page.items.map(({ entity }) => entity) };
}

/** Names by id, of those ids that this person sees in the project. */
export async function entityNames(
  db: Sql,
  viewer: Viewer,
  projectId: ProjectId,
  ids: readonly EntityId[],
): Promise<Record<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(
    `select e.id, e.name from ${entitiesSeenBy(viewer)} e
      where e.workspace_id = $1 and e.project_id = $2 and e.id = any($3::uuid[])`,
    [viewer.actor.workspaceId, projectId, [...new Set(ids)]],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** The entities that a report's tags name, with those that they are part of now. */
export async function entitiesNamedIn(
  db: Sql,
  { actor, standing }: { actor: Actor; standing: Standing },
  reportId: ReportId,
): Promise<Entity[]> {
  const rows = await db.rows<EntityRow>(
    `with seen as (
       select v.* from ${currentTags}
         join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
        where t.workspace_id = $1 and t.report_id = $2 and t.state <> 'withdrawn' and ${seenTags(actor, standing)}
     ), named as (
       ${namedIn("seen")}
     ), followed as (
       select id from named
       union select m.merged_into from named join entity m on m.workspace_id = $1 and m.id = named.id
        where m.merged_into is not null
     )
     select ${entityJson} as entity from followed f
       join ${entitiesSeenBy({ actor, standing })} e on e.workspace_id = $1 and e.id = f.id
      order by lower(e.name), e.id`,
    [actor.workspaceId, reportId],
  );
  return rows.map(({ entity }) => entity);
}
