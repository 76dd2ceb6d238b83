import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { AskBatch, BatchPreview } from "@/domain/review/queue";
import { route } from "@/server/http/route";
import { previewBatch } from "@/server/operations/decide-batch";

export const POST = route(
  {
    summary: "Preview one decision on the waiting tags of a filtered list; saves nothing",
    params: z.object({ projectId: ProjectId }),
    body: AskBatch,
    answers: BatchPreview,
  },
  (actor, { params, body }) => previewBatch(actor, params.projectId, body),
);
