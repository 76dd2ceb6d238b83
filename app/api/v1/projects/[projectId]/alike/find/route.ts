import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { FindAlike, FoundAlike } from "@/domain/tag/tag-alike";
import { route } from "@/server/http/route";
import { findAlike } from "@/server/operations/find-alike";

export const POST = route(
  {
    summary: "Find where the words of a tag stand in a project and are not tagged so yet; nothing is changed",
    scope: "read",
    params: z.object({ projectId: ProjectId }),
    body: FindAlike,
    answers: FoundAlike,
  },
  (actor, { params, body }) => findAlike(actor, params.projectId, body),
);
