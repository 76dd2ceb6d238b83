import { z } from "zod";
import { WeekQuery } from "@/domain/api/timeline-query";
import { EventWeek } from "@/domain/event/week";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readEventWeek } from "@/server/operations/read-timeline";

export const GET = route(
  {
    summary: "What happened to a project's events in the data week of a day, newest first",
    params: z.object({ projectId: ProjectId }),
    query: WeekQuery,
    answers: EventWeek,
  },
  (actor, { params: { projectId }, query }) => readEventWeek(actor, projectId, query.day),
);
