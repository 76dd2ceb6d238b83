import type { Assignment } from "@/domain/assignment/assignment";

const HOUR = 3_600_000;

/**
 * Whether work taken from the pool goes back to it: begun and not touched for `poolHours`. What an editor gave to
 * somebody by name, or somebody else handed over, waits for that person.
 */
export function isAbandoned(
  { state, origin, touchedAt }: Pick<Assignment, "state" | "origin" | "touchedAt">,
  { poolHours, now }: { poolHours: number; now: Date },
): boolean {
  if (origin !== "pool" || (state !== "assigned" && state !== "in progress")) return false;
  return now.getTime() - Date.parse(touchedAt) >= poolHours * HOUR;
}
