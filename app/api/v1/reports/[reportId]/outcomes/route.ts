import { z } from "zod";
import { ReportId, TagId } from "@/domain/ids";
import { Outcome } from "@/domain/review/outcome";
import { route } from "@/server/http/route";
import { readOutcomes } from "@/server/operations/read-outcomes";
import { cursorOf, limitOf, pageOf } from "@/server/page";

export const GET = route(
  {
    summary: "List your own tags on a report: first version, current version and the decisions in between",
    params: z.object({ reportId: ReportId }),
    query: z.object({ cursor: cursorOf(z.tuple([TagId])).optional(), limit: limitOf(500, 200) }),
    answers: pageOf(Outcome),
  },
  (actor, { params: { reportId }, query: { cursor, limit } }) =>
    readOutcomes(actor, reportId, { after: cursor?.[0], limit }),
);
