import { z } from "zod";
import { Entity } from "@/domain/entity/entity";
import { EntityId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { mergeEntity } from "@/server/operations/entities";

export const POST = route(
  {
    summary: "Merge an entity into another",
    params: z.object({ entityId: EntityId }),
    body: z.strictObject({ into: EntityId }),
    answers: Entity,
  },
  (actor, { params: { entityId }, body }) => mergeEntity(actor, entityId, body.into),
);
