import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { Entity } from "@/domain/entity/entity";
import type { MergePreview, WantedMerge } from "@/domain/entity/merge";
import { differing, mergedWords, namesBeside, unmergedWords } from "@/domain/entity/merged-words";
import type { EntityWords } from "@/domain/entity/take-over";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { EntityId, ProjectId } from "@/domain/ids";
import { entityNames, findEntity, placeOfEntity } from "@/server/data/entities/find";
import { latestMerge, mergeEntities, movesWith, undoMerge, wordsOf } from "@/server/data/entities/merges";
import { remember } from "@/server/data/entries";
import { standingIn } from "@/server/data/standings";
import { sql, type Tx } from "@/server/data/transaction";
import { type On, onEntity } from "@/server/operations/entities";
import { openNamed } from "@/server/operations/open-entities";

/** What merging would do, before anybody does it. */
export async function previewMerge(actor: Actor, id: EntityId, into: EntityId): Promise<Result<MergePreview>> {
  const place = await placeOfEntity(sql, actor.workspaceId, id);
  const standing = place && (await standingIn(sql, actor, place.projectId));
  const entity = standing && (await findEntity(sql, { actor, standing }, id));
  if (!entity) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "preview-merge");
  if (refusal) return fail(refusal);
  const viewer = { actor, standing };
  const remains = await findEntity(sql, viewer, into);
  const wrong = wrongPair(entity, remains);
  if (wrong || !remains) return invalid("into", wrong ?? noSuch);
  const said = { merged: wordsFor(remains, wordsIn(entity)), remains: wordsIn(remains) };
  const related = [entity, remains].flatMap((each) => [each.parentId, each.outletId].flatMap((one) => one ?? []));
  return ok({
    merged: entity,
    remains,
    moves: await movesWith(sql, viewer, id),
    aliases: namesBeside(remains.name, said).filter((name) => !remains.aliases.includes(name)),
    differ: differing(said),
    names: await entityNames(sql, viewer, entity.projectId, related),
  });
}

const noSuch = "The project has no such entity.";

/** Why two entities cannot become one, in words; undefined if they can. */
function wrongPair(entity: Entity, other: Entity | undefined): string | undefined {
  if (other?.projectId !== entity.projectId) return noSuch;
  if (other.id === entity.id) return "An entity cannot be merged into itself.";
  if (other.mergedInto) return "This entity was itself merged: choose the one it follows.";
  return entity.mergedInto && "The entity to be merged was already merged into another. Undo that merge first.";
}

const wordsIn = ({ name, kind, anonymity, side, scale, aliases, parentId, outletId, ...more }: Entity) => {
  const { note, noteProse, affiliations } = more;
  const words = { name, kind, anonymity, side, scale, aliases, parentId, outletId, note, noteProse, affiliations };
  return words satisfies EntityWords;
};

/** What could be taken over: nobody stands above themselves. */
function wordsFor({ id }: Pick<Entity, "id">, { parentId, outletId, ...words }: EntityWords): EntityWords {
  return { ...words, ...(parentId !== id && { parentId }), ...(outletId !== id && { outletId }) };
}

/**
 * Says that two entities are one: the first follows the other, which keeps every name of both and takes over what is
 * asked for. Tags stay as they are and lead to the other from then on.
 */
export const mergeEntity = (
  actor: Actor,
  id: EntityId,
  { into, take = [], seen }: WantedMerge,
): Promise<Result<Entity>> =>
  onEntity(actor, { id, deed: "merge-entity", others: [into] }, async (tx, { entity, standing }) => {
    if (entity.mergedInto === into) return ok(undefined);
    const other = await findEntity(tx, { actor, standing }, into);
    if (entity.mergedInto && other && !other.mergedInto) return fail({ kind: "conflict", current: entity });
    const wrong = wrongPair(entity, other);
    if (wrong) return invalid("into", wrong);
    if (seen && seen.version !== entity.version) return fail({ kind: "conflict", current: entity });
    if (seen && other && seen.intoVersion !== other.version) return fail({ kind: "conflict", current: other });
    const { projectId } = entity;
    await openForMerging(tx, actor, projectId, [id, into]);
    const [merged, remains] = [await wordsOf(tx, id), await wordsOf(tx, into)];
    if (!merged || !remains) return fail({ kind: "not-found" });
    const put = mergedWords({ merged: wordsFor({ id: into }, merged.words), remains: remains.words }, take);
    await mergeEntities(tx, actor, { projectId, merged: id, into, version: remains.version, put });
    await remember(tx, { by: actor.userId, did: "merged-entity", projectId, refs: { entityId: id, into } });
    return ok(undefined);
  });

/** Lets a merged entity stand for itself again; what was changed of the other one since stays changed. */
export async function unmergeEntity(actor: Actor, id: EntityId): Promise<Result<Entity>> {
  const known = await latestMerge(sql, actor.workspaceId, id);
  const others = known ? [known.into, ...known.followers] : [];
  return onEntity(actor, { id, deed: "merge-entity", others }, async (tx, on) =>
    on.entity.mergedInto ? takeApart(tx, actor, id, on) : ok(undefined),
  );
}

async function takeApart(tx: Tx, actor: Actor, id: EntityId, { entity }: On): Promise<Result<undefined>> {
  const merge = await latestMerge(tx, tx.workspaceId, id);
  if (!merge) return invalid("entityId", "How this merge was made is not known, so it cannot be undone.");
  if (merge.into !== entity.mergedInto) {
    return invalid("entityId", "The entity that it was merged into was merged itself since. Undo that merge first.");
  }
  const now = await wordsOf(tx, merge.into);
  if (!now) return fail({ kind: "not-found" });
  const put = unmergedWords(merge.before, merge.after, now.words);
  await undoMerge(tx, actor, { merge, merged: id, version: now.version, put });
  const refs = { entityId: id, into: merge.into };
  await remember(tx, { by: actor.userId, did: "unmerged-entity", projectId: entity.projectId, refs });
  return ok(undefined);
}

/** What is merged is everybody's: an entity that lay in a layer of this person's own comes out of it. */
async function openForMerging(tx: Tx, actor: Actor, projectId: ProjectId, ids: readonly EntityId[]): Promise<void> {
  for (const id of ids) {
    const place = await placeOfEntity(tx, tx.workspaceId, id);
    if (place?.layer) await openNamed(tx, actor, projectId, [{ id, layer: place.layer }]);
  }
}
