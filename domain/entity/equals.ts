import type { Entity } from "@/domain/entity/entity";
import { nameKey } from "@/domain/entity/name-key";
import type { EntityId } from "@/domain/ids";

/** What decides whether two entities may be one. */
export type Known = Pick<Entity, "id" | "name" | "aliases" | "kind"> & { outletId?: EntityId | undefined };

/** Two ids, the smaller first, so that a pair is one however it is found. */
export type Pair = readonly [EntityId, EntityId];

/**
 * The pairs of equals that some entities are in: of the same kind, within the same outlet (an unnamed source of one
 * outlet is not that of another), and with a name or alias in common.
 */
export function equalsOf(ids: ReadonlySet<EntityId>, all: readonly Known[]): Pair[] {
  const byName = new Map<string, EntityId[]>();
  for (const entity of all) {
    for (const key of keysOf(entity)) byName.set(key, [...(byName.get(key) ?? []), entity.id]);
  }
  const pairs = new Map<string, Pair>();
  for (const entity of all) {
    if (!ids.has(entity.id)) continue;
    for (const other of keysOf(entity).flatMap((key) => byName.get(key) ?? [])) {
      if (other === entity.id) continue;
      const pair: Pair = entity.id < other ? [entity.id, other] : [other, entity.id];
      pairs.set(pair.join(" "), pair);
    }
  }
  return [...pairs.values()];
}

const keysOf = ({
  name,
  aliases,
  kind,
  outletId = "",
}: Omit<Known, "outletId"> & { outletId?: string | undefined }): string[] => [
  ...new Set([name, ...aliases].map((each) => `${kind} ${outletId} ${nameKey(each)}`)),
];
