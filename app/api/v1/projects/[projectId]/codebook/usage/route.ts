import { z } from "zod";
import { CodebookUsage } from "@/domain/codebook/codebook-answers";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readCodebookUsage } from "@/server/operations/read-codebook-usage";

export const GET = route(
  {
    summary: "Count the tags that carry each part of the codebook, as far as you may see them",
    params: z.object({ projectId: ProjectId }),
    answers: CodebookUsage,
  },
  (actor, { params }) => readCodebookUsage(actor, params.projectId),
);
