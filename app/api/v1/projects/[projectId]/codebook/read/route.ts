import { z } from "zod";
import { ReadCodebook } from "@/domain/api/read-codebook";
import { TakenInCodebook } from "@/domain/codebook/codebook-answers";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { takeInCodebook } from "@/server/operations/take-in-codebook";

export const POST = route(
  {
    summary:
      "See what the codebook would be with what stands in a file of ours, brat, Label Studio, INCEpTION, doccano or REFI-QDA",
    params: z.object({ projectId: ProjectId }),
    body: ReadCodebook,
    limit: 8_000_000,
    answers: TakenInCodebook,
  },
  (actor, { params, body }) => takeInCodebook(actor, params.projectId, body),
);
