import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { ReportRow, ReportState } from "@/domain/report/report";
import { route } from "@/server/http/route";
import { closeReport, reopenReport } from "@/server/operations/change-report";

const params = z.object({ reportId: ReportId });

export const POST = route(
  {
    summary: "Close a report; if `seen` is given, only if the report is still in that state",
    params,
    query: z.object({ seen: ReportState.optional() }),
    answers: ReportRow,
  },
  (actor, { params: { reportId }, query: { seen } }) => closeReport(actor, reportId, seen),
);

export const DELETE = route(
  { summary: "Reopen a closed report", params, answers: ReportRow },
  (actor, { params: { reportId } }) => reopenReport(actor, reportId),
);
