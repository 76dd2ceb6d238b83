import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { ActivityPage, ActivityQuery } from "@/server/http/paging";
import { route } from "@/server/http/route";
import { reportActivity } from "@/server/operations/read-activity";

export const GET = route(
  {
    summary: "List a report's activity, newest first",
    params: z.object({ reportId: ReportId }),
    query: ActivityQuery,
    answers: ActivityPage,
  },
  (actor, { params, query }) => reportActivity(actor, params.reportId, query),
);
