import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { ProtectedPage, ProtectedThing, SetPermittedUse } from "@/domain/protection/permitted-use";
import { ProtectedQuery } from "@/server/http/paging";
import { route } from "@/server/http/route";
import { listProtected } from "@/server/operations/protect/read-protection";
import { setPermittedUse } from "@/server/operations/protect/set-permitted-use";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  {
    summary: "List what is protected in a project: what may leave of entities, places, reports and passages",
    params,
    query: ProtectedQuery,
    answers: ProtectedPage,
  },
  (actor, { params: { projectId }, query }) => listProtected(actor, { projectId, ...query }),
);

export const PUT = route(
  {
    summary: "Say what may leave of an entity, a place, a report or a passage",
    params,
    body: SetPermittedUse,
    answers: ProtectedThing,
  },
  (actor, { params: { projectId }, body }) => setPermittedUse(actor, projectId, body),
);
