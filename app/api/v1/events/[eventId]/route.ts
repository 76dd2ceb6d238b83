import { z } from "zod";
import { Event, EventPage, PutEvent } from "@/domain/event/event";
import { EventId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { changeEvent } from "@/server/operations/change-events";
import { readEvent } from "@/server/operations/read-events";

const params = z.object({ eventId: EventId });

export const GET = route(
  { summary: "Get an event with its claims, likely members and history", params, answers: EventPage },
  (actor, { params: { eventId } }) => readEvent(actor, eventId),
);

export const PUT = route(
  {
    summary: "Change an event; refused if it has changed since the version given",
    params,
    body: PutEvent,
    answers: Event,
    limit: 4_000_000,
  },
  (actor, { params: { eventId }, body }) => changeEvent(actor, eventId, body),
);
