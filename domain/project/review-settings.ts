import { z } from "zod";

/** What reviewers most often write, word for word; a project keeps its own list. */
export const shippedReasons = [
  "Wrong span",
  "Wrong kind",
  "Wrong attribution",
  "Wrong place",
  "Not a claim",
  "Duplicate",
  "Restatement says more than the text",
] as const;

export const maxReasons = 20;
const Share = z.number().min(0).max(1);
const Reason = z.string().trim().min(1).max(200);

/** How a project reviews. Everything has a default, so that a project that never chose is one that chose these. */
export const ReviewSettings = z.strictObject({
  /** What a reviewer may pick by a number instead of writing it; free text is always possible beside it. */
  reasons: z
    .array(Reason)
    .max(maxReasons)
    .refine((all) => new Set(all.map((each) => each.toLowerCase())).size === all.length, "A reason stands here twice.")
    .default([...shippedReasons]),
  /** The share of tags that a reviewer looks at, unless a member has a rate of their own. */
  rate: Share.default(1),
  /** All of an analyst's tags are looked at until this many of them were decided. */
  newUntil: z.int().min(0).max(10_000).default(50),
  /** Comparisons of independent work show letters instead of names. */
  anonymousComparison: z.boolean().default(false),
});
export type ReviewSettings = z.infer<typeof ReviewSettings>;

/** A member's own rate; null for the project's. */
export const SamplingRate = Share.nullable();
