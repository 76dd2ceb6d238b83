import { whyNotComparable } from "@/domain/agreement/comparable";
import { beyondChance, none, type Outcome } from "@/domain/agreement/outcome";
import { at, diagonal, type Tally } from "@/domain/agreement/tally";

/**
 * Fleiss' κ for any number of raters: chance agreement is the sum of the squared pooled category shares. Defined
 * for complete data only, so items that somebody left out are not counted. Fleiss (1971), Psychological
 * Bulletin 76(5), pp. 378–380, eqs. (1)–(7).
 */
export function fleissKappa(tally: Tally): Outcome {
  const why = whyNotComparable(tally);
  if (why) return none(why);
  const { categories, complete, completePairs, completeShares } = tally;
  if (complete === 0) return none("incomplete");
  let expected = 0;
  for (let k = 0; k < categories.length; k++) expected += (at(completeShares, k) / complete) ** 2;
  const onlyOne = expected > 1 - 1e-12;
  return beyondChance(diagonal(completePairs, categories.length) / complete, onlyOne ? 1 : expected);
}
