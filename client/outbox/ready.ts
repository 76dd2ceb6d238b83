import type { Row } from "@/client/outbox/row";
import type { Thing } from "@/domain/change/change";
import { creates } from "@/domain/change/registry";

/**
 * Which waiting changes may be sent now: the first of each thing, when nothing it needs is still waiting to be made
 * or has an earlier change on its way, such as the one that brings it back.
 *
 * `held` are things that wait for a person (a conflict, a refusal) or for a later try: they hold up their own
 * changes and what depends on them, nobody else's.
 */
export function ready(queue: readonly Row[], held: ReadonlySet<Thing>): Row[] {
  const toBeMade = new Set(queue.filter(creates).map(({ thing }) => thing));
  const seen = new Set<Thing>();
  return queue.filter((row) => {
    if (seen.has(row.thing)) return false;
    const isHeldUp = row.needs.some((need) => toBeMade.has(need) || (seen.has(need) && !held.has(need)));
    seen.add(row.thing);
    return !held.has(row.thing) && !isHeldUp;
  });
}

/** Waiting changes that can never be made because what they hang on was refused. */
export function orphans(queue: readonly Row[], refused: ReadonlySet<Thing>): Row[] {
  const lost = new Set(queue.filter((row) => creates(row) && refused.has(row.thing)).map(({ thing }) => thing));
  const found: Row[] = [];
  for (const row of queue) {
    if (refused.has(row.thing) || !row.needs.some((need) => lost.has(need))) continue;
    found.push(row);
    if (creates(row)) lost.add(row.thing);
  }
  return found;
}
