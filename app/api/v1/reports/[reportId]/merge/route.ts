import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { MergeAnswer, Merging } from "@/domain/review/compare/strategy";
import { route } from "@/server/http/route";
import { mergeLayers } from "@/server/operations/merge-layers";

export const POST = route(
  {
    summary: "Add what analysts agree on to the final layer; with `preview`, only count what would be added",
    params: z.object({ reportId: ReportId }),
    body: Merging,
    answers: MergeAnswer,
  },
  (actor, { params: { reportId }, body }) => mergeLayers(actor, reportId, body),
);
