import { z } from "zod";
import { JobId } from "@/domain/ids";
import { JobLine } from "@/domain/job/job";
import { lineOutcomes } from "@/domain/job/job-values";
import { route } from "@/server/http/route";
import { readLines } from "@/server/operations/jobs";
import { cursorOf, limitOf, pageOf } from "@/server/page";

export const GET = route(
  {
    summary: "List the results of a job record by record",
    params: z.object({ jobId: JobId }),
    query: z.object({
      outcome: z.enum(lineOutcomes).optional(),
      cursor: cursorOf(z.tuple([z.int()])).optional(),
      limit: limitOf(1000, 100),
    }),
    answers: pageOf(JobLine),
  },
  (actor, { params: { jobId }, query: { outcome, cursor, limit } }) =>
    readLines(actor, { id: jobId, outcome, after: cursor?.[0] ?? -1, limit }),
);
