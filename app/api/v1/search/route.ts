import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { Found } from "@/domain/search/found";
import { OtherNames } from "@/domain/search/other-names";
import { LONGEST } from "@/domain/search/query";
import { route } from "@/server/http/route";
import { SearchCursor } from "@/server/operations/page-cursor";
import { search } from "@/server/operations/search";
import { limitOf, pageOf } from "@/server/page";

export const GET = route(
  {
    summary: "Find reports, tags, comments and entities by their words, newest first",
    query: z.object({
      q: z
        .string()
        .max(LONGEST)
        .describe(
          'Words that all have to be there, "a phrase", the beginning of a word*, -without, OR, and fields: kind, state, in, language, source, place, outlet, date',
        ),
      project: ProjectId.optional(),
      cursor: SearchCursor.optional(),
      limit: limitOf(100, 20),
    }),
    answers: pageOf(Found).extend({
      names: z.array(OtherNames).describe("Other names of what was looked for, which were looked for too"),
    }),
  },
  (actor, { query: { q, project, cursor, limit } }) => search(actor, { q, project, after: cursor, limit }),
);
