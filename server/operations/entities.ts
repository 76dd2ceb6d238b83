import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import { refusalInProject } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import type { Entity, MakeEntity, PutEntity, PutGrade } from "@/domain/entity/entity";
import { sameEntity } from "@/domain/entity/same-entity";
import type { EntityWords } from "@/domain/entity/take-over";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { EntityId, GradeId, type ProjectId } from "@/domain/ids";
import { keptNote, noteDisagrees } from "@/domain/prose/note";
import { isOverruled } from "@/domain/seen";
import { findEntity, placeOfEntity } from "@/server/data/entities/find";
import { closedLayerOf } from "@/server/data/entities/opening";
import {
  addEntity,
  addGrade,
  changeEntity,
  changeForOneself,
  hasGrade,
  lockEntities,
} from "@/server/data/entities/write";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { idFor, newId } from "@/server/new-id";

/** What is said of an entity, with its note as it is kept; undefined when the note's two forms say different words. */
function withNote({ note, noteProse, ...words }: EntityWords): EntityWords | undefined {
  const kept = keptNote({ note, noteProse });
  return kept && { ...words, ...kept };
}

/** Adds somebody to a project's registry. Sent again with the same id and words, it is answered as it stands. */
export const makeEntity = (actor: Actor, projectId: ProjectId, make: MakeEntity): Promise<Result<Entity>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "put-entity");
    if (refusal) return fail(refusal);
    const { id = newId(EntityId), version: _version, ...sent } = make;
    const put = withNote(sent);
    if (!put) return invalid("noteProse", noteDisagrees);
    const layer = await closedLayerOf(tx, actor, standing, projectId);
    const related = await checkRelated(tx, { actor, standing, id, projectId }, put);
    if (!related.ok) return related;
    const made = await addEntity(tx, actor, { id, projectId, layer, put });
    const entity = await findEntity(tx, { actor, standing }, id);
    // Also what lies in a layer that this person doesn't see: they learn no more than that this id is no new one.
    if (entity?.projectId !== projectId) return invalid("id", "This id is in use.");
    if (!made) return sameEntity(entity, put) ? ok(entity) : fail({ kind: "conflict", current: entity });
    await remember(tx, { by: actor.userId, did: "made-entity", projectId, layer, refs: { entityId: id } });
    return ok(entity);
  });

/** Changes an entity that is at the version seen; what a blind analyst changes of everybody's, only for themselves. */
export const putEntity = (actor: Actor, id: EntityId, wish: PutEntity): Promise<Result<Entity>> =>
  onEntity(actor, { id, deed: "put-entity" }, async (tx, { entity, standing, layer, everybodys }) => {
    const { version, ...sent } = wish;
    const put = withNote(sent);
    if (!put) return invalid("noteProse", noteDisagrees);
    if (sameEntity(entity, put)) return ok(undefined);
    if (version !== entity.version) return fail({ kind: "conflict", current: entity });
    const related = await checkRelated(tx, { actor, standing, id, projectId: entity.projectId }, put);
    if (!related.ok) return related;
    if (layer && everybodys) await changeForOneself(tx, actor, { id, layer, seen: version, put });
    else if (!(await changeEntity(tx, id, version, put))) return fail({ kind: "conflict", current: entity });
    const { projectId } = entity;
    const refs = { entityId: id };
    await remember(tx, { by: actor.userId, did: "changed-entity", projectId, layer, version: version + 1, refs });
    return ok(undefined);
  });

/** Judges a source's reliability; earlier judgements stay. */
export const gradeEntity = (
  actor: Actor,
  id: EntityId,
  { seen, reliability, reason, opId }: PutGrade,
): Promise<Result<Entity>> =>
  onEntity(actor, { id, deed: "grade-entity" }, async (tx, { entity, layer }) => {
    const gradeId = opId === undefined ? newId(GradeId) : idFor(GradeId, [actor.userId, id, opId]);
    if (opId !== undefined && (await hasGrade(tx, gradeId))) return ok(undefined);
    if (isOverruled(entity.reliability, { seen, wish: reliability })) {
      return fail({ kind: "conflict", current: entity, fields: ["reliability"] });
    }
    await addGrade(tx, actor, { id: gradeId, entityId: id, reliability, reason, layer });
    const { projectId } = entity;
    await remember(tx, { by: actor.userId, did: "graded-entity", projectId, layer, refs: { entityId: id } });
    return ok(undefined);
  });

/** What a change of an entity is about. */
export type On = {
  entity: Entity;
  standing: Standing;
  /** The closed layer in which what is said stays; undefined when everybody sees it at once. */
  layer: Layer | undefined;
  /** Whether everybody sees the entity itself. */
  everybodys: boolean;
};

/** Finds an entity for those who see it, locks it, lets `change` do its work, and answers it as it is then. */
export async function onEntity(
  actor: Actor,
  { id, deed, others = [] }: { id: EntityId; deed: ProjectDeed; others?: readonly EntityId[] },
  change: (tx: Tx, on: On) => Promise<Result<undefined>>,
): Promise<Result<Entity>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const place = await placeOfEntity(tx, tx.workspaceId, id);
    const standing = place && (await standingIn(tx, actor, place.projectId));
    if (!standing || !(await findEntity(tx, { actor, standing }, id))) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, deed);
    if (refusal) return fail(refusal);
    const closed = await closedLayerOf(tx, actor, standing, place.projectId);
    await lockEntities(tx, [id, ...others]);
    const entity = await findEntity(tx, { actor, standing }, id);
    if (!entity) return fail({ kind: "not-found" });
    const { layer } = (await placeOfEntity(tx, tx.workspaceId, id)) ?? place;
    const changed = await change(tx, { entity, standing, layer: layer ?? closed, everybodys: layer === null });
    if (!changed.ok) return changed;
    const now = await findEntity(tx, { actor, standing }, id);
    return now ? ok(now) : fail({ kind: "not-found" });
  });
}

/** An unnamed source lives within an outlet of the same project; nobody is their own parent. */
async function checkRelated(
  tx: Tx,
  { actor, standing, id, projectId }: { actor: Actor; standing: Standing; id: EntityId; projectId: ProjectId },
  { parentId, outletId, affiliations = [] }: Pick<PutEntity, "parentId" | "outletId" | "affiliations">,
): Promise<Result<undefined>> {
  for (const [field, other] of [
    ["parentId", parentId],
    ["outletId", outletId],
    ...affiliations.map(({ entityId }, nth) => [`affiliations.${nth}.entityId`, entityId] as const),
  ] as const) {
    if (!other) continue;
    if (other === id) return invalid(field, "An entity cannot stand above itself.");
    const found = await findEntity(tx, { actor, standing }, other);
    if (found?.projectId !== projectId) return invalid(field, "The project has no such entity.");
    if (field === "outletId" && found.kind !== "media outlet") return invalid(field, "This is not a media outlet.");
  }
  return ok(undefined);
}
