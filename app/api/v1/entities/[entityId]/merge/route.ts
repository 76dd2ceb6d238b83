import { z } from "zod";
import { Entity } from "@/domain/entity/entity";
import { EntityId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { mergeEntity } from "@/server/operations/entities";

export const POST = route(
  {
    summary: "Let an entity follow another that is the same",
    params: z.object({ entityId: EntityId }),
    body: z.strictObject({ into: EntityId }),
    answers: Entity,
  },
  (actor, { params: { entityId }, body }) => mergeEntity(actor, entityId, body.into),
);
