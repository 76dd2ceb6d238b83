import { z } from "zod";
import { Event, SplitEvent } from "@/domain/event/event";
import { EventId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { splitEvent } from "@/server/operations/merge-events";

export const POST = route(
  {
    summary: "Give some claims of an event one of their own",
    params: z.object({ eventId: EventId }),
    body: SplitEvent,
    answers: Event,
  },
  (actor, { params: { eventId }, body }) => splitEvent(actor, eventId, body),
);
