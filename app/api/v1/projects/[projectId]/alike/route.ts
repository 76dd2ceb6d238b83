import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { TagAlike, TaggedAlike } from "@/domain/tag/tag-alike";
import { route } from "@/server/http/route";
import { tagAlike } from "@/server/operations/tag-alike";

export const POST = route(
  {
    summary: "Tag up to 10,000 places in the reports of a project alike, as one change that can be taken back",
    params: z.object({ projectId: ProjectId }),
    body: TagAlike,
    answers: TaggedAlike,
    limit: 8 * 1024 * 1024,
  },
  (actor, { params, body }) => tagAlike(actor, params.projectId, body),
);
