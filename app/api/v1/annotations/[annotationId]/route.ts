import { z } from "zod";
import { TagId } from "@/domain/ids";
import { TagStory } from "@/domain/tag/tag-story";
import { route } from "@/server/http/route";
import { readTag } from "@/server/operations/read-tags";

export const GET = route(
  {
    summary: "One annotation with its versions, verdicts and history",
    params: z.object({ annotationId: TagId }),
    answers: TagStory,
  },
  (actor, { params }) => readTag(actor, { id: params.annotationId, type: "annotation" }),
);
