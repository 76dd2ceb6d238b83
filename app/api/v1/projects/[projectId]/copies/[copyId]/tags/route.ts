import { z } from "zod";
import { TakenTags } from "@/domain/copies/copy";
import { CopyId, ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { takeTagsOver } from "@/server/operations/copies";

export const POST = route(
  {
    summary: "Suggest for a copy what was tagged in its original; answers what has no place in the copy",
    params: z.object({ projectId: ProjectId, copyId: CopyId }),
    answers: TakenTags,
  },
  (actor, { params: { projectId, copyId } }) => takeTagsOver(actor, { projectId, id: copyId }),
);
