import { z } from "zod";
import { Entity, MakeEntity } from "@/domain/entity/entity";
import { ProjectId } from "@/domain/ids";
import { EntitiesPage, EntitiesQuery } from "@/server/http/paging";
import { route } from "@/server/http/route";
import { makeEntity } from "@/server/operations/entities";
import { listEntities } from "@/server/operations/read-entities";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  {
    summary: "List a project's people, organisations and outlets by name",
    params,
    query: EntitiesQuery,
    answers: EntitiesPage,
  },
  (actor, { params: { projectId }, query }) => listEntities(actor, { projectId, ...query }),
);

export const POST = route(
  { summary: "Add a person, organisation or outlet", params, body: MakeEntity, answers: Entity, status: 201 },
  (actor, { params: { projectId }, body }) => makeEntity(actor, projectId, body),
);
