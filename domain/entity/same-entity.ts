import type { EntityWords } from "@/domain/entity/take-over";
import { alike } from "@/domain/seen";

const fields = ["name", "kind", "anonymity", "side", "scale", "parentId", "outletId", "note"] as const;

/** Whether putting this would change nothing. */
export const sameEntity = (entity: EntityWords, put: EntityWords): boolean =>
  fields.every((field) => entity[field] === put[field]) &&
  alike(entity.noteProse, put.noteProse) &&
  alike(entity.affiliations ?? [], put.affiliations ?? []) &&
  entity.aliases.toSorted().join("\n") === put.aliases.toSorted().join("\n");
