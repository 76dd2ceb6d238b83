import { z } from "zod";
import { OpId, VerdictId } from "@/domain/ids";

/** The version seen goes in `If-Match` or here; `opId` makes repeating safe. */
export const WithdrawQuery = z.object({
  version: z.coerce.number().int().positive().optional(),
  /** The verdict seen, "none" for none: then any other one is told instead of being undone. */
  seen: z.union([z.literal("none"), VerdictId]).optional(),
  opId: OpId.optional(),
  /** Of a final tag: what it was derived from is undecided again, not left out on purpose. */
  undecided: z.enum(["0", "1"]).optional(),
});
export type WithdrawQuery = z.infer<typeof WithdrawQuery>;
