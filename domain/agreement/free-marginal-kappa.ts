import { whyNotComparable } from "@/domain/agreement/comparable";
import { beyondChance, none, type Outcome } from "@/domain/agreement/outcome";
import { diagonal, type Tally } from "@/domain/agreement/tally";

/**
 * Chance agreement is 1 / q: every category was equally likely. For two raters this is S of Bennett, Alpert &
 * Goldstein (1954), Public Opinion Quarterly 18(3), p. 307 (also Brennan & Prediger 1981, κ_n); for more it is
 * the free-marginal κ of Randolph (2005), ERIC ED490661, p. 7. q counts the categories of the study, used or not.
 */
export function freeMarginalKappa(tally: Tally): Outcome {
  const why = whyNotComparable(tally);
  if (why) return none(why);
  const q = tally.categories.length;
  return beyondChance(diagonal(tally.pairs, q) / tally.paired, 1 / q);
}
