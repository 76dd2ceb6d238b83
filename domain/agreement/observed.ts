import { whyNotComparable } from "@/domain/agreement/comparable";
import { none, number, type Outcome } from "@/domain/agreement/outcome";
import { diagonal, type Tally } from "@/domain/agreement/tally";

/**
 * Observed agreement: in each item with two or more ratings the share of rater pairs that agree, averaged over
 * these items. No correction for chance. Fleiss (1971), Psychological Bulletin 76(5), p. 379, P̄; for two
 * raters it is the plain percentage of agreement.
 */
export function observed(tally: Tally): Outcome {
  const why = whyNotComparable(tally);
  return why ? none(why) : number(diagonal(tally.pairs, tally.categories.length) / tally.paired);
}
