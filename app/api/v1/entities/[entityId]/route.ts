import { z } from "zod";
import { Entity, PutEntity } from "@/domain/entity/entity";
import { EntityPage } from "@/domain/entity/entity-page";
import { EntityId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { putEntity } from "@/server/operations/entities";
import { readEntity } from "@/server/operations/read-entities";

const params = z.object({ entityId: EntityId });

export const GET = route(
  { summary: "Get an entity with its mentions, claims and reliability", params, answers: EntityPage },
  (actor, { params: { entityId } }) => readEntity(actor, entityId),
);

export const PUT = route(
  {
    summary: "Change an entity; refused if it has changed since the version given",
    params,
    body: PutEntity,
    answers: Entity,
  },
  (actor, { params: { entityId }, body }) => putEntity(actor, entityId, body),
);
