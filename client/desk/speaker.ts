import { byId } from "@/client/desk/by-id";
import type { DeskState } from "@/client/desk/desk";
import type { Entity } from "@/domain/entity/entity";
import type { Annotation } from "@/domain/tag/tag";

type Entities = DeskState["entities"];

/** The entity itself, or the one it was merged into. */
export function entityOf(entities: Entities, id: string | undefined): Entity | undefined {
  let entity = id ? byId(entities, id) : undefined;
  for (let steps = 0; entity?.mergedInto && steps < 10; steps++) entity = entities.get(entity.mergedInto) ?? entity;
  return entity;
}

/** The entity behind a source. */
export function speakerOf(entities: Entities, source: Annotation): Entity | undefined {
  const { entityId } = source.attributes;
  return typeof entityId === "string" ? entityOf(entities, entityId) : undefined;
}
