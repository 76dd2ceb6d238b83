import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { ReportRow, ReportState } from "@/domain/report/report";
import { route } from "@/server/http/route";
import { archiveReport, unarchiveReport } from "@/server/operations/change-report";

const params = z.object({ reportId: ReportId });

export const PUT = route(
  {
    summary: "Archive a report: it is closed and hidden from the reports table, but still exported",
    params,
    /** The state it was seen in: archived only if it still is. */
    query: z.object({ seen: ReportState.optional() }),
    answers: ReportRow,
  },
  (actor, { params: { reportId }, query: { seen } }) => archiveReport(actor, reportId, seen),
);

export const DELETE = route(
  { summary: "Restore a report from the archive; it stays closed", params, answers: ReportRow },
  (actor, { params: { reportId } }) => unarchiveReport(actor, reportId),
);
