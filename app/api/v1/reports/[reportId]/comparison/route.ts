import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { ReportComparison } from "@/domain/review/compare/answer";
import { route } from "@/server/http/route";
import { compareReport } from "@/server/operations/compare-report";

export const GET = route(
  {
    summary: "Compare the analysts' tags on a report of an independent project; ?anonymous=true hides names",
    params: z.object({ reportId: ReportId }),
    query: z.object({ anonymous: z.enum(["true", "false", "1", "0"]).default("false") }),
    answers: ReportComparison,
  },
  (actor, { params: { reportId }, query: { anonymous } }) =>
    compareReport(actor, reportId, { anonymous: anonymous === "true" || anonymous === "1" }),
);
