import type { HoldState } from "@/client/outbox/holds";
import type { Row } from "@/client/outbox/row";
import type { Thing } from "@/domain/change/change";
import { creates, isBatchable } from "@/domain/change/registry";

/**
 * Which waiting changes may be sent now: the first of each thing, when nothing it needs is still waiting to be made
 * or has an earlier change on its way, such as the one that brings it back. A new tag waits until those that were
 * taken back before it are gone: where one settles a comparison, a second one would meet the first.
 *
 * What is held up for a person (a conflict, a refusal) or put off for a later try holds up its own changes and what
 * depends on them, nobody else's.
 */
export function ready(queue: readonly Row[], stateOf: (thing: Thing) => HoldState): Row[] {
  const isHeld = (thing: Thing) => stateOf(thing) !== "free";
  const toBeMade = new Set(queue.filter(creates).map(({ thing }) => thing));
  const seen = new Set<Thing>();
  const leaving = new Set<string>();
  return queue.filter((row) => {
    const isBehindLeaving = isBatchable(row.deed) && creates(row) && leaving.has(row.reportId);
    if (row.deed === "withdraw" && !waitsForPerson(stateOf(row.thing))) leaving.add(row.reportId);
    if (seen.has(row.thing)) return false;
    const isHeldUp = row.needs.some((need) => toBeMade.has(need) || (seen.has(need) && !isHeld(need)));
    seen.add(row.thing);
    return !isHeld(row.thing) && !isHeldUp && !isBehindLeaving;
  });
}

const waitsForPerson = (state: HoldState) => state === "conflict" || state === "refused";

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
