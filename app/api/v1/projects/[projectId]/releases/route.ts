import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { Release } from "@/domain/release/release";
import { route } from "@/server/http/route";
import { listReleases } from "@/server/operations/releases";
import { cursorOf, limitOf, pageOf } from "@/server/page";

export const GET = route(
  {
    scope: "export",
    summary: "List a project's releases, the newest first; a job of kind make-release makes one",
    params: z.object({ projectId: ProjectId }),
    query: z.object({ cursor: cursorOf(z.tuple([z.number()])).optional(), limit: limitOf(100, 50) }),
    answers: pageOf(Release),
  },
  (actor, { params: { projectId }, query: { cursor, limit } }) =>
    listReleases(actor, { projectId, after: cursor, limit }),
);
