import { z } from "zod";
import { WorkProgress } from "@/domain/assignment/progress";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readProgress } from "@/server/operations/read-progress";

export const GET = route(
  {
    summary:
      "Get a project's progress by state and person, and what is not submitted by a given day (default: the coming Friday)",
    params: z.object({ projectId: ProjectId }),
    query: z.object({ by: z.iso.date().optional() }),
    answers: WorkProgress,
  },
  (actor, { params: { projectId }, query }) => readProgress(actor, projectId, query),
);
