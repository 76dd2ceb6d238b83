import { z } from "zod";
import { ProjectId, ReportId } from "@/domain/ids";
import { QueueFilters, QueueRow } from "@/domain/review/queue";
import { route } from "@/server/http/route";
import { readQueue } from "@/server/operations/read-queue";
import { cursorOf, limitOf, pageOf } from "@/server/page";

export const GET = route(
  {
    summary: "List a project's reports with tags waiting for review, oldest import first",
    params: z.object({ projectId: ProjectId }),
    query: QueueFilters.extend({
      cursor: cursorOf(z.tuple([ReportId])).optional(),
      /** The report after, or before, which to go on; `before` walks backwards. */
      after: ReportId.optional(),
      before: ReportId.optional(),
      limit: limitOf(50, 20),
    }),
    answers: pageOf(QueueRow),
  },
  (actor, { params: { projectId }, query: { cursor, after, before, limit, ...filters } }) =>
    readQueue(actor, projectId, {
      filters,
      limit,
      ...(before ? { before: cursor?.[0] ?? before } : { after: cursor?.[0] ?? after }),
    }),
);
