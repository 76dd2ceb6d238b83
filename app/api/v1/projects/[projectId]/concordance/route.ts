import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { Hit } from "@/domain/search/concordance";
import { hitSorts } from "@/domain/search/hit-sorts";
import { LONGEST } from "@/domain/search/query";
import { route } from "@/server/http/route";
import { readConcordance } from "@/server/operations/concordance";
import { ConcordanceCursor } from "@/server/operations/page-cursor";
import { limitOf, pageOf } from "@/server/page";

export const GET = route(
  {
    summary: "Find every place where words stand in a project’s reports, with the words on both sides",
    params: z.object({ projectId: ProjectId }),
    query: z.object({
      q: z.string().max(LONGEST).describe("As for a search, with the fields date, outlet and language"),
      sort: z
        .enum(hitSorts)
        .default("newest")
        .describe("By the words to the left, to the right, or those found: the newest 10,000 hits are sorted"),
      cursor: ConcordanceCursor.optional(),
      limit: limitOf(1000, 50),
    }),
    answers: pageOf(Hit).extend({
      sorted: z
        .object({ hits: z.int().nonnegative(), all: z.boolean() })
        .optional()
        .describe("How many hits were sorted, and whether those are all"),
    }),
  },
  (actor, { params: { projectId }, query: { cursor, ...asked } }) =>
    readConcordance(actor, projectId, { ...asked, after: cursor }),
);
