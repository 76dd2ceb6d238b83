import { z } from "zod";
import { eventStates } from "@/domain/event/event-values";
import { ProjectId } from "@/domain/ids";
import { MapEvents } from "@/domain/map/on-map";
import { route } from "@/server/http/route";
import { readEventMap } from "@/server/operations/read-map";
import { limitOf } from "@/server/page";

const current = ["open", "accepted", "returned"] as const;

const query = z
  .object({
    /** In the title. */
    q: z.string().trim().max(200).default(""),
    state: z.enum([...eventStates, "current"]).default("current"),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    type: z.string().max(100).optional(),
    limit: limitOf(5000, 2000),
  })
  .transform(({ state, ...rest }) => ({ ...rest, states: state === "current" ? current : [state] }));

export const GET = route(
  {
    summary: "Get a project's events with their places for a map, the latest day first",
    params: z.object({ projectId: ProjectId }),
    query,
    answers: MapEvents,
  },
  (actor, { params: { projectId }, query: { from, to, type, ...rest } }) =>
    readEventMap(actor, { projectId, from, to, type, ...rest }),
);
