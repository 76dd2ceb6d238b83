import { z } from "zod";
import { TimelineQuery } from "@/domain/api/timeline-query";
import { Timeline } from "@/domain/event/timeline";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readTimeline } from "@/server/operations/read-timeline";

export const GET = route(
  {
    summary:
      "A project's events on a line of time: counted by lane and stretch, one by one where they are few, and what contradicts what",
    params: z.object({ projectId: ProjectId }),
    query: TimelineQuery,
    answers: Timeline,
  },
  (actor, { params: { projectId }, query }) => readTimeline(actor, projectId, query),
);
