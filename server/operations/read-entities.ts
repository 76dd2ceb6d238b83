import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { Entity } from "@/domain/entity/entity";
import { type EntityPage, pageLength } from "@/domain/entity/entity-page";
import { fail, ok, type Result } from "@/domain/failure";
import type { EntityId, ProjectId } from "@/domain/ids";
import { absorbedBy, entitiesOf, entityNames, findEntity, gradesOf, usesOf } from "@/server/data/entities";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

export type Wanted = { projectId: ProjectId; q: string; after: readonly [string, string] | undefined; limit: number };

/** A page of a project's registry. */
export async function listEntities(actor: Actor, wanted: Wanted): Promise<Result<Page<Entity>>> {
  const standing = await standingIn(sql, actor, wanted.projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  return refusal ? fail(refusal) : ok(await entitiesOf(sql, actor, wanted));
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
  return refusal ? fail(refusal) : ok(await entityNames(sql, actor.workspaceId, projectId, ids));
}

/** An entity with its mentions, claims and grades; of a merged one, those of the entity it follows. */
export async function readEntity(actor: Actor, id: EntityId): Promise<Result<EntityPage>> {
  const entity = await findEntity(sql, actor.workspaceId, id);
  const standing = entity && (await standingIn(sql, actor, entity.projectId));
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  const followed = await follow(actor, entity);
  const { mentions, claims } = await usesOf(sql, actor, standing, followed);
  return ok({
    entity,
    absorbed: await absorbedBy(sql, actor, followed),
    mentions: mentions.slice(0, pageLength),
    claims: claims.slice(0, pageLength),
    more: { mentions: mentions.length > pageLength, claims: claims.length > pageLength },
    grades: await gradesOf(sql, actor, followed),
  });
}

async function follow(actor: Actor, entity: Entity): Promise<EntityId> {
  if (!entity.mergedInto) return entity.id;
  const next = await findEntity(sql, actor.workspaceId, entity.mergedInto);
  return next ? follow(actor, next) : entity.id;
}
