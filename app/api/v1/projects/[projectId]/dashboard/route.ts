import { z } from "zod";
import { AskedDashboard, Dashboard } from "@/domain/dashboard/dashboard";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readDashboard } from "@/server/operations/read-dashboard";

export const GET = route(
  {
    summary: "How work goes in a project: what is done, how long it waits, what becomes of it, and what is stuck",
    params: z.object({ projectId: ProjectId }),
    query: AskedDashboard,
    answers: Dashboard,
  },
  (actor, { params, query }) => readDashboard(actor, params.projectId, query),
);
