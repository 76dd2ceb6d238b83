import { z } from "zod";
import { CodebookVersion } from "@/domain/codebook/codebook-answers";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listCodebookVersions } from "@/server/operations/list-codebook-versions";

export const GET = route(
  {
    summary: "List a codebook's versions, newest first, with what changed in each",
    params: z.object({ projectId: ProjectId }),
    query: z.strictObject({ before: z.coerce.number().int().positive().optional() }),
    answers: z.object({ items: z.array(CodebookVersion), next: z.string().optional() }),
  },
  (actor, { params, query }) => listCodebookVersions(actor, params.projectId, query),
);
