import { z } from "zod";
import { AskedDashboard, Dashboard } from "@/domain/dashboard/dashboard";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readDashboard } from "@/server/operations/read-dashboard";

export const GET = route(
  {
    summary: "Get a project's dashboard: output, waiting times, review results and stalled work",
    params: z.object({ projectId: ProjectId }),
    query: AskedDashboard,
    answers: Dashboard,
  },
  (actor, { params, query }) => readDashboard(actor, params.projectId, query),
);
