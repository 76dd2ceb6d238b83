import { z } from "zod";
import { Entity, PutGrade } from "@/domain/entity/entity";
import { EntityId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { gradeEntity } from "@/server/operations/entities";

export const POST = route(
  {
    summary: "Grade a source's reliability, with the reason",
    params: z.object({ entityId: EntityId }),
    body: PutGrade,
    answers: Entity,
    status: 201,
  },
  (actor, { params: { entityId }, body }) => gradeEntity(actor, entityId, body),
);
