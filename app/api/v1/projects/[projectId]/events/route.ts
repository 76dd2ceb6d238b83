import { z } from "zod";
import { Event, MakeEvent } from "@/domain/event/event";
import { ProjectId } from "@/domain/ids";
import { EventsPage, EventsQuery } from "@/server/http/events-asked";
import { route } from "@/server/http/route";
import { makeEvent } from "@/server/operations/change-events";
import { listEvents } from "@/server/operations/read-events";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  {
    summary: "List a project's events with what their claims come to, the latest day first",
    params,
    query: EventsQuery,
    answers: EventsPage,
  },
  (actor, { params: { projectId }, query }) =>
    listEvents(actor, { projectId, ...query, from: query.from, to: query.to, type: query.type }),
);

export const POST = route(
  {
    summary: "Make an event of claims; refused if one of them supports another event",
    params,
    body: MakeEvent,
    answers: Event,
    status: 201,
  },
  (actor, { params: { projectId }, body }) => makeEvent(actor, projectId, body),
);
