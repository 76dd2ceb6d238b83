import { z } from "zod";
import { ReportId, TagId } from "@/domain/ids";
import { Annotation, Relation } from "@/domain/tag/tag";
import { jsonText } from "@/server/http/json-text";
import { route } from "@/server/http/route";
import { readTags } from "@/server/operations/read-tags";

const TagIds = z
  .string()
  .max(40 * 200)
  .transform((text) => text.split(","))
  .pipe(z.array(TagId));

export const GET = route(
  {
    summary: "List the tags of a report, or those in `ids` (comma-separated); add ?withdrawn=1 for withdrawn ones",
    params: z.object({ reportId: ReportId }),
    query: z.object({ withdrawn: z.enum(["0", "1"]).default("0"), ids: TagIds.optional() }),
    answers: z.object({ annotations: z.array(Annotation), relations: z.array(Relation) }),
  },
  async (actor, { params: { reportId }, query }) =>
    jsonText(await readTags(actor, reportId, { withdrawn: query.withdrawn === "1", ids: query.ids })),
);
