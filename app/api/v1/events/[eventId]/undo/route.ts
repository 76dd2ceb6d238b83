import { z } from "zod";
import { AtVersion, Event } from "@/domain/event/event";
import { EventId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { undoJoining } from "@/server/operations/merge-events";

export const POST = route(
  {
    summary: "Undo the merge or split that made the version seen of an event",
    params: z.object({ eventId: EventId }),
    body: AtVersion,
    answers: Event,
  },
  (actor, { params: { eventId }, body }) => undoJoining(actor, eventId, body),
);
