import { whyNotTwoRaters } from "@/domain/agreement/comparable";
import { beyondChance, none, type Outcome } from "@/domain/agreement/outcome";
import { at, diagonal, type Tally } from "@/domain/agreement/tally";

/**
 * Cohen's κ for two raters: chance agreement is the product of the two raters' own category shares, summed.
 * Items that one of them left out are not counted. Cohen (1960), Educational and Psychological Measurement
 * 20(1), p. 40, eq. (1).
 */
export function cohenKappa(tally: Tally): Outcome {
  const why = whyNotTwoRaters(tally);
  if (why) return none(why);
  const { agreed, chance } = shares(tally);
  return beyondChance(agreed, chance);
}

/**
 * The highest κ these two raters could reach without changing how often each uses each category: agreement is
 * Σ of the smaller of both shares. Cohen (1960), p. 42, κ_M.
 */
export function cohenKappaMax(tally: Tally): Outcome {
  const why = whyNotTwoRaters(tally);
  if (why) return none(why);
  const { possible, chance } = shares(tally);
  return beyondChance(possible, chance);
}

function shares({ categories, complete, table }: Tally): { agreed: number; chance: number; possible: number } {
  const q = categories.length;
  let chance = 0;
  let possible = 0;
  for (let k = 0; k < q; k++) {
    let first = 0;
    let second = 0;
    for (let other = 0; other < q; other++) {
      first += at(table, k * q + other) / complete;
      second += at(table, other * q + k) / complete;
    }
    chance += first * second;
    possible += Math.min(first, second);
  }
  return { agreed: diagonal(table, q) / complete, chance: exactlyOne(chance), possible };
}

/** Rounding must not let two raters with one category look as if chance left a little over. */
function exactlyOne(chance: number): number {
  return chance > 1 - 1e-12 ? 1 : chance;
}
