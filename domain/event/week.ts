import { z } from "zod";
import { EventLine } from "@/domain/event/event";
import { eventStates } from "@/domain/event/event-values";
import { EventId } from "@/domain/ids";

/** One thing that happened to an event in a data week. */
export const WeekLine = EventLine.omit({ other: true, by: true }).extend({
  eventId: EventId,
  title: z.string(),
  state: z.enum(eventStates),
});
export type WeekLine = z.infer<typeof WeekLine>;

/** What happened to a project's events in a data week. */
export const EventWeek = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Whether there was more than is listed. */
  more: z.boolean(),
  /** One for each event, the one that changed last first, with what happened to it, newest first. */
  items: z.array(
    z.object({ eventId: EventId, title: z.string(), state: z.enum(eventStates), lines: z.array(WeekLine) }),
  ),
});
export type EventWeek = z.infer<typeof EventWeek>;

/** Gathers lines, newest first, by their events. */
export function byEvent(lines: readonly WeekLine[]): EventWeek["items"] {
  const items = new Map<EventId, EventWeek["items"][number]>();
  for (const line of lines) {
    const { eventId, title, state } = line;
    const item = items.get(eventId);
    if (item) item.lines.push(line);
    else items.set(eventId, { eventId, title, state, lines: [line] });
  }
  return [...items.values()];
}
