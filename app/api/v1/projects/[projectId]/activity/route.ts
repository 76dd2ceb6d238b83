import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { ActivityPage, ActivityQuery } from "@/server/http/paging";
import { route } from "@/server/http/route";
import { projectActivity } from "@/server/operations/read-activity";

export const GET = route(
  {
    summary: "List a project's activity, newest first",
    params: z.object({ projectId: ProjectId }),
    query: ActivityQuery,
    answers: ActivityPage,
  },
  (actor, { params, query }) => projectActivity(actor, params.projectId, query),
);
