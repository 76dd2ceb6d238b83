import { z } from "zod";
import { Entity } from "@/domain/entity/entity";
import { MergeEntity, MergePreview } from "@/domain/entity/merge";
import { EntityId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { mergeEntity, previewMerge } from "@/server/operations/merge-entities";

const params = z.object({ entityId: EntityId });

export const GET = route(
  {
    summary: "See what merging an entity into another would move, and where the two differ",
    params,
    query: z.object({ into: EntityId }),
    answers: MergePreview,
  },
  (actor, { params: { entityId }, query: { into } }) => previewMerge(actor, entityId, into),
);

export const POST = route(
  {
    summary: "Merge an entity into another, which keeps what it says but for what is taken over",
    params,
    body: MergeEntity,
    answers: Entity,
  },
  (actor, { params: { entityId }, body }) => mergeEntity(actor, entityId, body),
);
