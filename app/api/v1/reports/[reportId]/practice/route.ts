import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { Practice } from "@/domain/review/practice";
import { route } from "@/server/http/route";
import { readPractice } from "@/server/operations/read-practice";

export const GET = route(
  {
    summary: "In a practice project: what one handed in beside the gold layer, by rule",
    params: z.object({ reportId: ReportId }),
    answers: Practice,
  },
  (actor, { params: { reportId } }) => readPractice(actor, reportId),
);
