import { z } from "zod";
import type { Event } from "@/domain/event/event";
import { EventId } from "@/domain/ids";

/** What is looked at before events are released. */
export const checkKinds = [
  "not accepted",
  "undated",
  "no primary place",
  "disputed",
  "single origin",
  "claims not counted",
  "mixed note",
] as const;

export const EventCheck = z.object({
  eventId: EventId,
  title: z.string(),
  checks: z.array(z.enum(checkKinds)).min(1),
});
export type EventCheck = z.infer<typeof EventCheck>;

/** What somebody should know about an event before it leaves. Only events that are not accepted stay behind. */
export function checksOf({ state, derived }: Event): EventCheck["checks"] {
  const { date, place, disputed, corroboration, counted, claims, mixed } = derived;
  const found: Record<(typeof checkKinds)[number], boolean> = {
    "not accepted": state !== "accepted",
    undated: date.from === undefined,
    "no primary place": place.name === undefined,
    disputed: disputed.length > 0,
    "single origin": corroboration.independent < 2,
    "claims not counted": counted < claims,
    "mixed note": mixed.length > 0,
  };
  return checkKinds.filter((kind) => found[kind]);
}
