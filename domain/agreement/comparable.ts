import type { WhyNoNumber } from "@/domain/agreement/outcome";
import type { Tally } from "@/domain/agreement/tally";

/** Why no two ratings can be compared at all, or `undefined` when some can. */
export function whyNotComparable(tally: Tally): WhyNoNumber | undefined {
  if (tally.rated === 0) return "nobody-tagged";
  if (tally.raters < 2) return "one-rater";
  return tally.paired === 0 ? "no-overlap" : undefined;
}

/** As `whyNotComparable`, for measures defined for exactly two raters. */
export function whyNotTwoRaters(tally: Tally): WhyNoNumber | undefined {
  return whyNotComparable(tally) ?? (tally.raters === 2 ? undefined : "not-two-raters");
}
