import { whyNotComparable } from "@/domain/agreement/comparable";
import { beyondChance, none, type Outcome } from "@/domain/agreement/outcome";
import { at, diagonal, type Tally } from "@/domain/agreement/tally";

/**
 * Fleiss' κ for any number of raters: chance agreement is the sum of the squared pooled category shares. Fleiss
 * (1971), Psychological Bulletin 76(5), pp. 378–380, eqs. (1)–(7). Where somebody left items out, Gwet's
 * generalisation: agreement over the items with two ratings or more, each item's shares counted alike over the items
 * with one or more. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 2, as in his R package irrCAC.
 */
export function fleissKappa(tally: Tally): Outcome {
  const why = whyNotComparable(tally);
  if (why) return none(why);
  const { categories, pairs, paired, shares, rated } = tally;
  let expected = 0;
  for (let k = 0; k < categories.length; k++) expected += (at(shares, k) / rated) ** 2;
  const onlyOne = expected > 1 - 1e-12;
  return beyondChance(diagonal(pairs, categories.length) / paired, onlyOne ? 1 : expected);
}
