import { whyNotComparable } from "@/domain/agreement/comparable";
import { beyondChance, none, type Outcome } from "@/domain/agreement/outcome";
import { at, sum, type Tally } from "@/domain/agreement/tally";
import { type WeightName, weights } from "@/domain/agreement/weights";

/**
 * Gwet's AC1: chance agreement is Σ π_k (1 − π_k) / (q − 1), π_k being the mean share of category k. Stays near
 * the observed agreement where one category is very frequent. Gwet (2008), British Journal of Mathematical and
 * Statistical Psychology 61(1), pp. 29–48.
 */
export function gwetAC1(tally: Tally): Outcome {
  return gwetAC2("identity")(tally);
}

/**
 * Gwet's AC2: AC1 with partial credit for near categories; chance agreement is
 * T_w / (q (q − 1)) · Σ π_k (1 − π_k), T_w being the sum of the weights. Items with one rating count for π_k
 * only. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., as in his R package irrCAC.
 */
export function gwetAC2(name: WeightName): (tally: Tally) => Outcome {
  return (tally) => {
    const why = whyNotComparable(tally);
    if (why) return none(why);
    const q = tally.categories.length;
    if (q < 2) return none("one-category");

    const matrix = weights(name, tally.categories);
    let agreed = 0;
    for (let cell = 0; cell < matrix.length; cell++) agreed += at(matrix, cell) * at(tally.pairs, cell);
    let spread = 0;
    for (const total of tally.shares) spread += (total / tally.rated) * (1 - total / tally.rated);
    return beyondChance(agreed / tally.paired, (sum(matrix) * spread) / (q * (q - 1)));
  };
}
