import { z } from "zod";
import { UserId } from "@/domain/ids";
import { Verdict } from "@/domain/verdict";

/** A problem document of RFC 9457: what happened, what was kept, what to do. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  kind: z.string(),
  errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  /** With a conflict: the thing as it is now. */
  current: z.unknown().optional(),
  /** With a conflict between reviewers: the decision that stands. */
  verdict: Verdict.optional(),
  /** With a conflict: who changed it last. */
  changed: z.object({ by: UserId, name: z.string(), at: z.iso.datetime() }).optional(),
  retryAfterMs: z.number().optional(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;
