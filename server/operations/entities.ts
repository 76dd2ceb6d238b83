import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { type ProjectDeed, refusalInProject, writingLayer } from "@/domain/access/policy";
import type { Entity, MakeEntity, PutEntity, PutGrade } from "@/domain/entity/entity";
import { sameEntity } from "@/domain/entity/same-entity";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { EntityId, GradeId, type ProjectId } from "@/domain/ids";
import { isOverruled } from "@/domain/seen";
import { addEntity, addGrade, changeEntity, findEntity, lockEntities, mergeEntities } from "@/server/data/entities";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Sql, type Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** Adds somebody to a project's registry. Sent again with the same id and words, it is answered as it stands. */
export const makeEntity = (actor: Actor, projectId: ProjectId, make: MakeEntity): Promise<Result<Entity>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "put-entity");
    if (refusal) return fail(refusal);
    const { id = newId(EntityId), version: _version, ...put } = make;
    const related = await checkRelated(tx, { id, projectId }, put);
    if (!related.ok) return related;

    const made = await addEntity(tx, actor, { id, projectId, put });
    const entity = await findEntity(tx, tx.workspaceId, id);
    if (entity?.projectId !== projectId) return invalid("id", "This id is in use.");
    if (!made) return sameEntity(entity, put) ? ok(entity) : fail({ kind: "conflict", current: entity });
    // In a blind project even that an analyst met somebody new is for their own eyes.
    const layer = writingLayer(actor.userId, standing);
    await remember(tx, { by: actor.userId, did: "made-entity", projectId, layer, refs: { entityId: id } });
    return ok(entity);
  });

/** Changes an entity that is at the version seen. */
export const putEntity = (actor: Actor, id: EntityId, put: PutEntity): Promise<Result<Entity>> =>
  onEntity(actor, id, "put-entity", async (tx, entity) => {
    if (sameEntity(entity, put)) return ok(undefined);
    if (put.version !== entity.version) return fail({ kind: "conflict", current: entity });
    const related = await checkRelated(tx, entity, put);
    if (!related.ok) return related;
    if (!(await changeEntity(tx, id, entity.version, put))) return fail({ kind: "conflict", current: entity });
    await remember(tx, {
      by: actor.userId,
      did: "changed-entity",
      projectId: entity.projectId,
      version: entity.version + 1,
      refs: { entityId: id },
    });
    return ok(undefined);
  });

/** Judges a source's reliability; earlier judgements stay. */
export const gradeEntity = (actor: Actor, id: EntityId, { seen, ...grade }: PutGrade) =>
  onEntity(actor, id, "grade-entity", async (tx, entity) => {
    if (isOverruled(entity.reliability, { seen, wish: grade.reliability })) {
      return fail({ kind: "conflict", current: entity, fields: ["reliability"] });
    }
    await addGrade(tx, actor, { ...grade, id: newId(GradeId), entityId: id });
    const { projectId } = entity;
    await remember(tx, { by: actor.userId, did: "graded-entity", projectId, refs: { entityId: id } });
    return ok(undefined);
  });

/** Says that two entities are one: the first follows the other, its name stays as an alias, tags stay as they are. */
export const mergeEntity = (actor: Actor, id: EntityId, into: EntityId): Promise<Result<Entity>> =>
  onEntity(
    actor,
    id,
    "merge-entity",
    async (tx, entity) => {
      if (entity.mergedInto === into) return ok(undefined);
      const other = await findEntity(tx, tx.workspaceId, into);
      if (other?.projectId !== entity.projectId) return invalid("into", "The project has no such entity.");
      if (into === id) return invalid("into", "An entity cannot be merged into itself.");
      if (other.mergedInto) return invalid("into", "This entity was itself merged: choose the one it follows.");
      if (entity.mergedInto) return fail({ kind: "conflict", current: entity });
      await mergeEntities(tx, id, into);
      const { projectId } = entity;
      await remember(tx, { by: actor.userId, did: "merged-entity", projectId, refs: { entityId: id, into } });
      return ok(undefined);
    },
    [into],
  );

/** Finds an entity for those who see its project, locks it, lets `change` do its work, and answers it as it is then. */
async function onEntity(
  actor: Actor,
  id: EntityId,
  deed: ProjectDeed,
  change: (tx: Tx, entity: Entity, standing: Standing) => Promise<Result<undefined>>,
  others: readonly EntityId[] = [],
): Promise<Result<Entity>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    await lockEntities(tx, [id, ...others]);
    const entity = await findEntity(tx, tx.workspaceId, id);
    await holdGate(tx, actor);
    const standing = entity && (await standingIn(tx, actor, entity.projectId));
    if (!entity || !standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, deed);
    if (refusal) return fail(refusal);
    const changed = await change(tx, entity, standing);
    if (!changed.ok) return changed;
    const now = await findEntity(tx, tx.workspaceId, id);
    return now ? ok(now) : fail({ kind: "not-found" });
  });
}

/** An unnamed source lives within an outlet of the same project; nobody is their own parent. */
async function checkRelated(
  db: Sql & { workspaceId: string },
  { id, projectId }: { id: EntityId; projectId: ProjectId },
  { parentId, outletId }: Pick<PutEntity, "parentId" | "outletId">,
): Promise<Result<undefined>> {
  for (const [field, other] of [
    ["parentId", parentId],
    ["outletId", outletId],
  ] as const) {
    if (!other) continue;
    if (other === id) return invalid(field, "An entity cannot stand above itself.");
    const found = await findEntity(db, db.workspaceId, other);
    if (found?.projectId !== projectId) return invalid(field, "The project has no such entity.");
    if (field === "outletId" && found.kind !== "media outlet") return invalid(field, "This is not a media outlet.");
  }
  return ok(undefined);
}
