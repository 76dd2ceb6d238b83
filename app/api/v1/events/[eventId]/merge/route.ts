import { z } from "zod";
import { Event, MergeEvent } from "@/domain/event/event";
import { EventId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { mergeEvents } from "@/server/operations/merge-events";

export const POST = route(
  {
    summary: "Merge an event into another, which is answered",
    params: z.object({ eventId: EventId }),
    body: MergeEvent,
    answers: Event,
  },
  (actor, { params: { eventId }, body }) => mergeEvents(actor, eventId, body),
);
