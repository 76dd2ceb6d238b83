import { z } from "zod";
import { OpId, TagId, UserId, VerdictId } from "@/domain/ids";

export const decisions = ["accept", "accept-with-change", "return", "reject"] as const;
export const Decision = z.enum(decisions);
export type Decision = z.infer<typeof Decision>;

/** A reviewer's decision on the version they have seen. `change` holds what is to be different: fields of a put body. */
export const Decide = z
  .strictObject({
    decision: Decision,
    version: z.int().positive(),
    reason: z.string().trim().max(2000).default(""),
    change: z.record(z.string(), z.unknown()).optional(),
    opId: OpId.optional(),
  })
  .refine(({ decision, reason }) => decision === "accept" || decision === "accept-with-change" || reason !== "", {
    path: ["reason"],
    error: "Say why: the analyst will read it.",
  })
  .refine(({ decision, change }) => (decision === "accept-with-change") === (change !== undefined), {
    path: ["change"],
    error: "A change goes with accept-with-change, and only with it.",
  });
export type Decide = z.infer<typeof Decide>;

export const Verdict = z.object({
  id: VerdictId,
  tagId: TagId,
  /** The version the decision was made on; with accept-with-change, `resultVersion` is the reviewer's. */
  version: z.int().positive(),
  resultVersion: z.int().positive().optional(),
  decision: Decision,
  reason: z.string(),
  by: UserId,
  at: z.iso.datetime(),
});
export type Verdict = z.infer<typeof Verdict>;
