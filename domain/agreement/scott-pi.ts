import { whyNotTwoRaters } from "@/domain/agreement/comparable";
import { fleissKappa } from "@/domain/agreement/fleiss-kappa";
import { none, type Outcome } from "@/domain/agreement/outcome";
import type { Tally } from "@/domain/agreement/tally";

/**
 * Scott's π for two raters: as Cohen's κ, but chance agreement uses the category shares of both raters pooled.
 * Scott (1955), Public Opinion Quarterly 19(3), pp. 323–324. Fleiss' κ is the same for more raters (Fleiss 1971,
 * p. 380), so it is computed there.
 */
export function scottPi(tally: Tally): Outcome {
  const why = whyNotTwoRaters(tally);
  return why ? none(why) : fleissKappa(tally);
}
