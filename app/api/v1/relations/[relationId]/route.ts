import { z } from "zod";
import { TagId } from "@/domain/ids";
import { TagStory } from "@/domain/tag/tag-story";
import { route } from "@/server/http/route";
import { readTag } from "@/server/operations/read-tags";

export const GET = route(
  {
    summary: "Get a link (relation) with its versions, decisions and history",
    params: z.object({ relationId: TagId }),
    answers: TagStory,
  },
  (actor, { params }) => readTag(actor, { id: params.relationId, type: "relation" }),
);
