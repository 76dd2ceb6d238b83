import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { ReleaseFilters } from "@/domain/release/asked";
import { ReleasePreview } from "@/domain/release/release";
import { route } from "@/server/http/route";
import { previewRelease } from "@/server/operations/releases";

export const POST = route(
  {
    summary: "Count what a release would hold, and say what keeps it from being made; nothing is kept",
    params: z.object({ projectId: ProjectId }),
    body: ReleaseFilters,
    answers: ReleasePreview,
  },
  (actor, { params: { projectId }, body }) => previewRelease(actor, projectId, body),
);
