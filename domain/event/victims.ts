import type { Act } from "@/domain/event/act";
import { outcomes } from "@/domain/event/event-values";
import type { EntityId } from "@/domain/ids";

/** How many victims the acts of an event name, by what happened to them. */
export type Victims = { outcome: Act["outcome"]; named: readonly EntityId[]; low: number; high: number };

/**
 * Counts victims: a named one once, however many acts and reports name them and whoever did it; groups that nobody
 * named are added as they stand, because no machine can tell whether two of them are one. `now` answers the entity that
 * stands for a merged one.
 */
export function countVictims(acts: readonly Act[], now: (id: EntityId) => EntityId = (id) => id): Victims[] {
  return outcomes.flatMap((outcome) => {
    const those = acts.filter((act) => act.outcome === outcome).map(({ victim }) => victim);
    if (those.length === 0) return [];
    const named = [...new Set(those.flatMap(({ entityId }) => (entityId ? now(entityId) : [])))];
    const groups = those.filter(({ entityId }) => entityId === undefined);
    const sum = (of: (group: (typeof groups)[number]) => number) =>
      groups.reduce((total, group) => total + of(group), named.length);
    return [{ outcome, named, low: sum(({ low }) => low ?? 1), high: sum(({ low, high }) => high ?? low ?? 1) }];
  });
}
