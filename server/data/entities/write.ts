import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { PutEntity, Reliability } from "@/domain/entity/entity";
import type { EntityWords } from "@/domain/entity/take-over";
import type { EntityId, ProjectId } from "@/domain/ids";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/server/data/transaction";

/** Every column that a put body says something about; what it leaves out is emptied. */
const columnsOf = ({
  name,
  kind,
  anonymity,
  side,
  scale,
  aliases,
  parentId,
  outletId,
  affiliations,
  note,
  noteProse,
}: EntityWords) => ({
  ...{ name, kind, aliases: [...aliases] },
  ...{
    anonymity: anonymity ?? null,
    side: side ?? null,
    scale: scale ?? null,
    note: note ?? null,
    noteProse: noteProse ?? Prisma.DbNull,
    affiliations: affiliations && affiliations.length > 0 ? affiliations : Prisma.DbNull,
  },
  ...{ parentId: parentId ?? null, outletId: outletId ?? null },
});

type NewEntity = { id: EntityId; projectId: ProjectId; layer: Layer | undefined; put: PutEntity };

/** False when there is one with this id already. */
export async function addEntity(tx: Tx, actor: Actor, { id, projectId, layer, put }: NewEntity): Promise<boolean> {
  const { entity } = await tx.prisma();
  const where = { workspaceId: tx.workspaceId, id, projectId, layer: layer ?? null };
  const { count } = await entity.createMany({
    data: [{ ...where, createdBy: actor.userId, ...columnsOf(put) }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** False when it is not at that version any more. */
export async function changeEntity(tx: Tx, id: EntityId, seen: number, put: EntityWords): Promise<boolean> {
  const { entity } = await tx.prisma();
  const { count } = await entity.updateMany({
    where: { workspaceId: tx.workspaceId, id, version: seen },
    data: { ...columnsOf(put), version: { increment: 1 } },
  });
  return count === 1;
}

/** An entity as a put body, from `entity e`. */
export const wordsJson = `json_strip_nulls(json_build_object('name', e.name, 'kind', e.kind, 'anonymity', e.anonymity,
  'side', e.side, 'scale', e.scale, 'aliases', e.aliases, 'parentId', e.parent_id, 'outletId', e.outlet_id,
  'affiliations', e.affiliations, 'note', e.note, 'noteProse', e.note_prose))`;

type OwnChange = { id: EntityId; layer: Layer; seen: number; put: EntityWords };

/** Keeps what somebody says differently of an entity in their own closed layer; the entity stays as it is for the others. */
export async function changeForOneself(tx: Tx, actor: Actor, { id, layer, seen, put }: OwnChange): Promise<void> {
  await tx.rows(
    `insert into entity_change as c (workspace_id, entity_id, layer, base, said, version, created_by)
     select e.workspace_id, e.id, $3, ${wordsJson}, $4, $5 + 1, $6 from entity e where e.workspace_id = $1 and e.id = $2
     on conflict (workspace_id, entity_id, layer)
       do update set said = excluded.said, version = excluded.version, updated_at = now()`,
    [tx.workspaceId, id, layer, JSON.stringify(put), seen, actor.userId],
  );
}

type NewGrade = {
  id: string;
  entityId: EntityId;
  reliability: Reliability;
  reason: string;
  layer: Layer | undefined;
};

export async function hasGrade(tx: Tx, id: string): Promise<boolean> {
  const { grade } = await tx.prisma();
  return (await grade.count({ where: { workspaceId: tx.workspaceId, id } })) > 0;
}

/** Appends a judgement of reliability; the latest that everybody sees is kept with the entity. */
export async function addGrade(tx: Tx, actor: Actor, grade: NewGrade): Promise<void> {
  const { id, entityId, reliability, reason, layer } = grade;
  await tx.rows(
    `insert into grade (workspace_id, id, entity_id, reliability, reason, layer, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
    [tx.workspaceId, id, entityId, reliability, reason, layer, actor.userId],
  );
  await keepLatestGrades(tx, [entityId]);
}

/** Brings the grades that are kept with entities in step with those that everybody sees. */
export async function keepLatestGrades(tx: Tx, ids: readonly EntityId[]): Promise<void> {
  await tx.rows(
    `update entity e set reliability = g.reliability from unnest($2::uuid[]) as w(id)
      cross join lateral (
        select g.reliability from grade g where g.workspace_id = $1 and g.entity_id = w.id and g.layer is null
         order by g.created_at desc, g.id desc limit 1) g
      where e.workspace_id = $1 and e.id = w.id and e.reliability is distinct from g.reliability`,
    [tx.workspaceId, ids],
  );
}

/** Locks entities in one order, so that two merges never wait for each other. */
export async function lockEntities(tx: Tx, ids: readonly EntityId[]): Promise<void> {
  await tx.rows("select 1 from entity where workspace_id = $1 and id = any($2::uuid[]) order by id for update", [
    tx.workspaceId,
    ids,
  ]);
}
