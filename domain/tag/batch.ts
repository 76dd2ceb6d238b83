import { z } from "zod";
import { OpId, TagId } from "@/domain/ids";
import { Problem } from "@/domain/problem";
import { SeenVerdict } from "@/domain/seen-verdict";
import { PutAnnotation, PutRelation, Tag } from "@/domain/tag/tag";

export const maxOperations = 1000;

/** One change to one tag; several travel together in a batch and each is answered for itself, in order. */
export const TagChange = z.discriminatedUnion("deed", [
  z.strictObject({ deed: z.literal("put-annotation"), id: TagId, body: PutAnnotation }),
  z.strictObject({ deed: z.literal("put-relation"), id: TagId, body: PutRelation }),
  z.strictObject({
    deed: z.literal("withdraw"),
    id: TagId,
    /** What the tag is taken for; another kind of tag is left alone. */
    type: z.enum(["annotation", "relation"]).optional(),
    version: z.int().positive(),
    seen: SeenVerdict.optional(),
    opId: OpId.optional(),
    /** Of a final tag: what it was derived from is undecided again, not left out on purpose. */
    undecided: z.literal(true).optional(),
  }),
]);
export type TagChange = z.infer<typeof TagChange>;

export const Batch = z.strictObject({ operations: z.array(z.unknown()).min(1).max(maxOperations) });

export const BatchAnswer = z.object({
  results: z.array(
    z.discriminatedUnion("status", [
      z.object({ status: z.literal("ok"), tag: Tag }),
      z.object({ status: z.literal("refused"), problem: Problem }),
    ]),
  ),
});
export type BatchAnswer = z.infer<typeof BatchAnswer>;
