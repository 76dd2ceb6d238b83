import { z } from "zod";
import { Entity } from "@/domain/entity/entity";
import { EntityId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { unmergeEntity } from "@/server/operations/merge-entities";

export const POST = route(
  {
    summary: "Undo the merge of an entity: it stands for itself again, and so do those that followed it",
    params: z.object({ entityId: EntityId }),
    answers: Entity,
  },
  (actor, { params: { entityId } }) => unmergeEntity(actor, entityId),
);
