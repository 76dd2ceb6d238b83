import { z } from "zod";
import { CodebookMove, MovePreview } from "@/domain/codebook/migration";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { previewMove } from "@/server/operations/migrate-codebook";

export const POST = route(
  {
    summary: "Preview a migration: how many tags it moves, which stay, and examples",
    params: z.object({ projectId: ProjectId }),
    body: CodebookMove,
    answers: MovePreview,
  },
  (actor, { params, body }) => previewMove(actor, params.projectId, body),
);
