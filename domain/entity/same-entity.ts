import type { Entity, PutEntity } from "@/domain/entity/entity";

const fields = ["name", "kind", "anonymity", "side", "scale", "parentId", "outletId", "note"] as const;

/** Whether putting this would change nothing. */
export const sameEntity = (entity: Entity, put: PutEntity): boolean =>
  fields.every((field) => entity[field] === put[field]) &&
  entity.aliases.toSorted().join("\n") === put.aliases.toSorted().join("\n");
