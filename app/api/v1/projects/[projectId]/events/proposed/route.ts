import { z } from "zod";
import { ProposedEvents } from "@/domain/event/event";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { proposedEvents } from "@/server/operations/read-events";

export const GET = route(
  {
    summary: "List accepted claims that make an event and are in none, what says the same as one",
    params: z.object({ projectId: ProjectId }),
    answers: ProposedEvents,
  },
  (actor, { params: { projectId } }) => proposedEvents(actor, projectId),
);
