import { z } from "zod";
import { mergeStrategies } from "@/domain/review/compare/merge-values";

/** How to fill the final layer with what needs nobody's judgement. */
export const Merging = z.strictObject({
  strategy: z.enum(mergeStrategies),
  /** For a vote: at least so many analysts must say it. */
  minimumVotes: z.int().min(1).max(100).default(2),
  /** For a vote: at least this share of all who were compared must say it, from 0 to 1. */
  threshold: z.number().min(0).max(1).default(0.5),
  /** Counts what would be made and makes nothing. */
  preview: z.boolean().default(false),
});
export type Merging = z.infer<typeof Merging>;

export const MergeAnswer = z.object({
  preview: z.boolean(),
  /** Final tags made, or to be made. */
  made: z.object({ annotations: z.int(), relations: z.int() }),
  /** Groups that were settled before and stay as they are; some of them have changed since. */
  kept: z.int(),
  changedSince: z.int(),
  /** Groups left for a person to decide, by why. */
  left: z.object({
    disagree: z.int(),
    "too-few": z.int(),
    tie: z.int(),
    "end-missing": z.int(),
  }),
});
export type MergeAnswer = z.infer<typeof MergeAnswer>;
