import { z } from "zod";
import { DecideEvent, Event } from "@/domain/event/event";
import { EventId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { decideOnEvent } from "@/server/operations/change-events";

export const POST = route(
  {
    summary: "Accept, return or reject the version seen of an event",
    params: z.object({ eventId: EventId }),
    body: DecideEvent,
    answers: Event,
  },
  (actor, { params: { eventId }, body }) => decideOnEvent(actor, eventId, body),
);
