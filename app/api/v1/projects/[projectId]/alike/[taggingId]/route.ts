import { z } from "zod";
import { OpId, ProjectId } from "@/domain/ids";
import { TaggedAlike } from "@/domain/tag/tag-alike";
import { route } from "@/server/http/route";
import { undoTagAlike } from "@/server/operations/tag-alike";

export const DELETE = route(
  {
    summary: "Take back what was tagged alike, but for tags that somebody went on with",
    params: z.object({ projectId: ProjectId, taggingId: OpId }),
    answers: TaggedAlike,
  },
  (actor, { params }) => undoTagAlike(actor, params.projectId, params.taggingId),
);
