import { z } from "zod";
import { CopiesFound } from "@/domain/copies/copy";
import { copyStates } from "@/domain/copies/copy-values";
import { CopyId, ProjectId, ReportId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listCopies } from "@/server/operations/copies";
import { cursorOf, limitOf } from "@/server/page";

const Query = z
  .object({
    state: z.enum(copyStates).optional(),
    /** Reports, comma separated: pairs with one of them. */
    reports: z
      .string()
      .transform((list) => list.split(","))
      .pipe(z.array(ReportId).min(1).max(500))
      .optional(),
    cursor: cursorOf(z.tuple([CopyId])).optional(),
    limit: limitOf(500, 50),
  })
  .transform(({ cursor, ...asked }) => ({ state: undefined, reports: undefined, ...asked, after: cursor?.[0] }));

export const GET = route(
  {
    summary: "List near copies: pairs of reports of which one is, or may be, a copy of the other",
    params: z.object({ projectId: ProjectId }),
    query: Query,
    answers: CopiesFound,
  },
  (actor, { params: { projectId }, query }) => listCopies(actor, { projectId, ...query }),
);
