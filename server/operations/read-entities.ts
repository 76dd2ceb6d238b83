import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { Entity } from "@/domain/entity/entity";
import { type EntityPage, pageLength } from "@/domain/entity/entity-page";
import { fail, ok, type Result } from "@/domain/failure";
import type { EntityId, ProjectId } from "@/domain/ids";
import { entitiesOf, entityNames, findEntity, placeOfEntity, type WantedEntities } from "@/server/data/entities/find";
import { undoableOf } from "@/server/data/entities/merges";
import { absorbedBy, decidedOf, gradesOf, spellingsOfEntity, usesOf } from "@/server/data/entities/uses";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

/** A page of a project's registry. */
export async function listEntities(actor: Actor, wanted: WantedEntities): Promise<Result<Page<Entity>>> {
  const standing = await standingIn(sql, actor, wanted.projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  return refusal ? fail(refusal) : ok(await entitiesOf(sql, { actor, standing }, wanted));
}

/** The names of some of a project's entities by their id, for lines that only point at them. */
export async function namesOfEntities(
  actor: Actor,
  projectId: ProjectId,
  ids: readonly EntityId[],
): Promise<Result<Record<string, string>>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  return refusal ? fail(refusal) : ok(await entityNames(sql, { actor, standing }, projectId, ids));
}

/** An entity with its mentions, claims and grades; of a merged one, those of the entity it follows. */
export async function readEntity(actor: Actor, id: EntityId): Promise<Result<EntityPage>> {
  const place = await placeOfEntity(sql, actor.workspaceId, id);
  const standing = place && (await standingIn(sql, actor, place.projectId));
  const entity = standing && (await findEntity(sql, { actor, standing }, id));
  if (!entity) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  const viewer = { actor, standing };
  const followed = entity.mergedInto ?? entity.id;
  const { mentions, claims, about } = await usesOf(sql, viewer, followed);
  return ok({
    entity,
    absorbed: await absorbedBy(sql, viewer, followed),
    undoable: await undoableOf(sql, actor.workspaceId, followed),
    mentions: mentions.slice(0, pageLength),
    claims: claims.slice(0, pageLength),
    about: about.slice(0, pageLength),
    spellings: await spellingsOfEntity(sql, viewer, followed),
    decided: await decidedOf(sql, viewer, followed),
    more: {
      mentions: mentions.length > pageLength,
      claims: claims.length > pageLength,
      about: about.length > pageLength,
    },
    grades: await gradesOf(sql, viewer, followed),
  });
}
