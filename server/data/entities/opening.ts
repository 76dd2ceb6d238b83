import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import { worksBlind, writingLayer } from "@/domain/access/policy";
import type { EntityWords } from "@/domain/entity/take-over";
import type { EntityId, ProjectId, ReportId, UserId } from "@/domain/ids";
import { namedIn } from "@/server/data/entities/named";
import { keepLatestGrades, wordsJson } from "@/server/data/entities/write";
import type { Sql, Tx } from "@/server/data/transaction";

/** An entity that a layer names. */
export type Named = { layer: Layer; id: EntityId };

/** What opens: what some layers name, or everything that a project still keeps closed. */
export type Opening = readonly Named[] | "everything";

const blindReport = `r.layers_opened_at is null and (r.state not in ('closed', 'set aside') or exists (
  select from tag t where t.workspace_id = r.workspace_id and t.report_id = r.id and t.layer like 'analyst:%'))`;

/**
 * Whether somebody may be at work blind in an independent project: on a report whose layers are closed, or on the first
 * that is still to come.
 */
export async function isAnybodyBlind(db: Sql, workspaceId: string, projectId: ProjectId): Promise<boolean> {
  const [row] = await db.rows<{ blind: boolean }>(
    `select not exists (select from report r where r.workspace_id = $1 and r.project_id = $2)
         or exists (select from report r where r.workspace_id = $1 and r.project_id = $2 and ${blindReport}) as blind`,
    [workspaceId, projectId],
  );
  return row?.blind ?? false;
}

/** Until the transaction ends nobody opens layers in the project (`open`), or makes anything that would have to open. */
async function hold(tx: Tx, projectId: ProjectId, strength: "share" | "no key update"): Promise<void> {
  await tx.rows(`select from project where workspace_id = $1 and id = $2 for ${strength}`, [tx.workspaceId, projectId]);
}

export const holdOpening = (tx: Tx, projectId: ProjectId) => hold(tx, projectId, "no key update");

/**
 * The layer in which what this person says about entities stays for now; undefined where everybody sees it at once:
 * in shared projects, from reviewers and editors, and where nobody is blind any more.
 */
export async function closedLayerOf(
  tx: Tx,
  { userId }: Actor,
  standing: Standing,
  projectId: ProjectId,
): Promise<Layer | undefined> {
  if (!worksBlind(standing)) return undefined;
  await hold(tx, projectId, "share");
  return (await isAnybodyBlind(tx, tx.workspaceId, projectId)) ? writingLayer(userId, standing) : undefined;
}

/** What the analysts' layers of a report name, or ever named, each with its layer. */
export const namedOn = (tx: Tx, reportId: ReportId) =>
  tx.rows<Named>(
    `with said as (
       select t.layer, v.* from tag t
         join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id
        where t.workspace_id = $1 and t.report_id = $2 and t.layer like 'analyst:%')
     ${namedIn("said", "n.layer, ")}`,
    [tx.workspaceId, reportId],
  );

/** These and what stands above them, as the layers say it, so that nothing that is seen leads to what is not. */
export const withThoseAbove = (tx: Tx, named: readonly Named[]) =>
  tx.rows<Named>(
    `with recursive known as (
       select w.layer, w.id from unnest($2::text[], $3::uuid[]) as w(layer, id)
       union
       select k.layer, o.id::uuid from known k
         join entity e on e.workspace_id = $1 and e.id = k.id
         left join entity_change c on c.workspace_id = $1 and c.entity_id = k.id and c.layer = k.layer
        cross join lateral (
          select w.id from (values (e.parent_id::text), (e.outlet_id::text), (c.said->>'parentId'), (c.said->>'outletId')) as w(id)
          union all select a->>'entityId' from jsonb_array_elements(
            coalesce(e.affiliations, '[]') || coalesce(c.said->'affiliations', '[]')) as a) as o(id)
        where o.id is not null)
     select layer, id from known`,
    [tx.workspaceId, named.map(({ layer }) => layer), named.map(({ id }) => id)],
  );

/** How `which` is asked for: what of a row with a layer and an entity's id opens. */
function chosen(tx: Tx, projectId: ProjectId, which: Opening) {
  if (which === "everything") {
    const inProject = (id: string, _layer: string) =>
      `exists (select from entity o where o.workspace_id = $1 and o.id = ${id} and o.project_id = $2)`;
    return { condition: inProject, values: [tx.workspaceId, projectId] };
  }
  return {
    condition: (id: string, layer: string) =>
      `(${layer}, ${id}) in (select w.layer, w.id from unnest($2::text[], $3::uuid[]) as w(layer, id))`,
    values: [tx.workspaceId, which.map(({ layer }) => layer), which.map(({ id }) => id)],
  };
}

/** Lets everybody see entities that were made in closed layers; answers which. */
export async function openEntityRows(tx: Tx, projectId: ProjectId, which: Opening): Promise<EntityId[]> {
  const { condition, values } = chosen(tx, projectId, which);
  const rows = await tx.rows<{ id: EntityId }>(
    `update entity e set layer = null
      where e.workspace_id = $1 and e.layer is not null and ${condition("e.id", "e.layer")} returning e.id`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** Lets everybody see grades that were given in closed layers; answers of which entities. */
export async function openGradeRows(tx: Tx, projectId: ProjectId, which: Opening): Promise<EntityId[]> {
  const { condition, values } = chosen(tx, projectId, which);
  const rows = await tx.rows<{ id: EntityId }>(
    `update grade g set layer = null
      where g.workspace_id = $1 and g.layer is not null and ${condition("g.entity_id", "g.layer")}
      returning g.entity_id as id`,
    values,
  );
  const ids = rows.map(({ id }) => id);
  await keepLatestGrades(tx, [...new Set(ids)]);
  return ids;
}

/** What somebody said differently of an entity, with what it said when they began and what it says now. */
export type ClosedChange = {
  id: EntityId;
  by: UserId;
  base: EntityWords;
  said: EntityWords;
  now: EntityWords;
  version: number;
  mergedInto: EntityId | null;
};

/** Takes what was said differently in closed layers out of them, one at a time, the earliest first. */
export async function* takeChanges(tx: Tx, projectId: ProjectId, which: Opening): AsyncGenerator<ClosedChange> {
  const { condition, values } = chosen(tx, projectId, which);
  const waiting = await tx.rows<{ entity_id: EntityId; layer: Layer }>(
    `select c.entity_id, c.layer from entity_change c
      where c.workspace_id = $1 and ${condition("c.entity_id", "c.layer")} order by c.updated_at, c.layer, c.entity_id`,
    values,
  );
  for (const { entity_id: id, layer } of waiting) {
    const [change] = await tx.rows<ClosedChange>(
      `with taken as (
         delete from entity_change c where c.workspace_id = $1 and c.entity_id = $2 and c.layer = $3
         returning c.base, c.said, c.created_by as by)
       select e.id, taken.by, taken.base, taken.said, ${wordsJson} as now, e.version, e.merged_into as "mergedInto"
         from taken join entity e on e.workspace_id = $1 and e.id = $2 for update of e`,
      [tx.workspaceId, id, layer],
    );
    if (change) yield change;
  }
}

/** Adds names to an entity's aliases, as merging does. */
export async function addAliases(tx: Tx, id: EntityId, names: readonly string[]): Promise<void> {
  await tx.rows(
    `update entity e set version = e.version + 1, aliases = e.aliases || w.names
       from (select array_agg(distinct n) as names from entity o cross join unnest($3::text[]) as n
              where o.workspace_id = $1 and o.id = $2 and n <> o.name and n <> all (o.aliases)) w
      where e.workspace_id = $1 and e.id = $2 and w.names is not null`,
    [tx.workspaceId, id, names],
  );
}
