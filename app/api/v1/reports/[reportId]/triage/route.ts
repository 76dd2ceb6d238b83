import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { ReportRow, Triaging } from "@/domain/report/report";
import { route } from "@/server/http/route";
import { triageReport } from "@/server/operations/change-report";

export const PUT = route(
  {
    summary: "Triage a report",
    params: z.object({ reportId: ReportId }),
    body: Triaging,
    answers: ReportRow,
  },
  (actor, { params: { reportId }, body }) => triageReport(actor, reportId, body),
);
