import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { Annotation, Relation } from "@/domain/tag/tag";
import { jsonText } from "@/server/http/json-text";
import { route } from "@/server/http/route";
import { readTags } from "@/server/operations/read-tags";

export const GET = route(
  {
    summary: "All tags of a report; withdrawn ones with ?withdrawn=1",
    params: z.object({ reportId: ReportId }),
    query: z.object({ withdrawn: z.enum(["0", "1"]).default("0") }),
    answers: z.object({ annotations: z.array(Annotation), relations: z.array(Relation) }),
  },
  async (actor, { params: { reportId }, query }) =>
    jsonText(await readTags(actor, reportId, { withdrawn: query.withdrawn === "1" })),
);
