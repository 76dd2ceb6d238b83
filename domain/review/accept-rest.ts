import { z } from "zod";
import { TagId } from "@/domain/ids";
import { Verdict } from "@/domain/review/verdict";
import { Tag } from "@/domain/tag/tag";

/** "Accept the rest": each tag at the version that was seen. */
export const AcceptRest = z.strictObject({
  decision: z.literal("accept"),
  tags: z
    .array(z.strictObject({ id: TagId, version: z.int().positive() }))
    .min(1)
    .max(10_000),
});

export const AcceptRestAnswer = z.object({
  results: z.array(
    z.discriminatedUnion("status", [
      z.object({ status: z.literal("ok"), verdict: Verdict, tag: Tag }),
      z.object({ status: z.literal("refused"), problem: z.record(z.string(), z.unknown()) }),
    ]),
  ),
});
