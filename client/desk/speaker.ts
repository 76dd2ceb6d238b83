import type { DeskState } from "@/client/desk/desk";
import type { Entity } from "@/domain/entity/entity";
import type { EntityId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

type Entities = DeskState["entities"];

/** The entity itself, or the one it was merged into. */
export function entityOf(entities: Entities, id: EntityId | undefined): Entity | undefined {
  let entity = id ? entities.get(id) : undefined;
  for (let steps = 0; entity?.mergedInto && steps < 10; steps++) entity = entities.get(entity.mergedInto) ?? entity;
  return entity;
}

/** The entity behind a source. */
export const speakerOf = (entities: Entities, source: Annotation): Entity | undefined =>
  entityOf(entities, (source.attributes as { entityId?: EntityId }).entityId);
