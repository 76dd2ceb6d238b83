import { z } from "zod";
import { TagId } from "@/domain/ids";
import { TagStory } from "@/domain/tag/tag-story";
import { route } from "@/server/http/route";
import { readTag } from "@/server/operations/read-tags";

export const GET = route(
  {
    summary: "Get an annotation with its versions, decisions and history",
    params: z.object({ annotationId: TagId }),
    answers: TagStory,
  },
  (actor, { params }) => readTag(actor, { id: params.annotationId, type: "annotation" }),
);
