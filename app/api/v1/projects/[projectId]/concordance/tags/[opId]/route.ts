import { z } from "zod";
import { OpId, ProjectId } from "@/domain/ids";
import { UndoneHits } from "@/domain/search/tag-hits";
import { route } from "@/server/http/route";
import { undoTaggedHits } from "@/server/operations/tag-hits";

export const DELETE = route(
  {
    summary: "Undo what was tagged from a concordance, but for tags that were changed or decided since",
    params: z.object({ projectId: ProjectId, opId: OpId }),
    answers: UndoneHits,
  },
  (actor, { params: { projectId, opId } }) => undoTaggedHits(actor, projectId, opId),
);
