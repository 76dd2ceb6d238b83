import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { ReportRow } from "@/domain/report/report";
import { route } from "@/server/http/route";
import { closeReport, reopenReport } from "@/server/operations/change-report";

const params = z.object({ reportId: ReportId });

export const POST = route(
  { summary: "Close a report", params, answers: ReportRow },
  (actor, { params: { reportId } }) => closeReport(actor, reportId),
);

export const DELETE = route(
  { summary: "Reopen a closed report", params, answers: ReportRow },
  (actor, { params: { reportId } }) => reopenReport(actor, reportId),
);
