import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { Practice } from "@/domain/review/practice";
import { route } from "@/server/http/route";
import { readPractice } from "@/server/operations/read-practice";

export const GET = route(
  {
    summary: "In a practice project: compare your submitted tags with the gold layer",
    params: z.object({ reportId: ReportId }),
    answers: Practice,
  },
  (actor, { params: { reportId } }) => readPractice(actor, reportId),
);
