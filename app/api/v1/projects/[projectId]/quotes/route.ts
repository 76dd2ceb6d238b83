import { z } from "zod";
import { Quotes } from "@/domain/entity/quotes";
import { EntityId, ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readQuotes } from "@/server/operations/read-quotes";

export const GET = route(
  {
    summary:
      "Who quotes whom in a project, or around one entity: outlets their sources, and those whom they cite in turn",
    params: z.object({ projectId: ProjectId }),
    query: z.object({ entity: EntityId.optional() }),
    answers: Quotes,
  },
  (actor, { params: { projectId }, query: { entity } }) => readQuotes(actor, { projectId, entity }),
);
