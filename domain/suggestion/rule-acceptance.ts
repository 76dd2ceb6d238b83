import { z } from "zod";

/** What became of one rule's suggestions in a project. `off-by-itself`: mostly rejected, and nobody said to keep it on. */
export const RuleAcceptance = z.object({
  engine: z.string(),
  rule: z.string(),
  accepted: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  state: z.enum(["on", "off", "off-by-itself"]),
});
export type RuleAcceptance = z.infer<typeof RuleAcceptance>;
