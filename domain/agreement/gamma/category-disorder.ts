import type { UnitaryAlignment } from "@/domain/agreement/gamma/best-alignment";
import { type Dissimilarity, positional } from "@/domain/agreement/gamma/dissimilarity";

/**
 * How much the labels of aligned units differ, positions aside: the mean of 0 (same) and Δ∅ (other) over all
 * aligned pairs, a pair counting max(0, 1 − α · d_pos) ÷ (units in its alignment − 1). With `label`, only over
 * pairs in which someone used it. `undefined` when no such pair is aligned.
 *
 * Mathet (2017), "The agreement measure γcat", Computational Linguistics 43(3), pp. 661–681, in the reading of
 * pygamma-agreement (`gamma_k_disorder`).
 */
export function categoryDisorder(
  unitary: readonly UnitaryAlignment[],
  weights: Dissimilarity,
  label?: string,
): number | undefined {
  let differing = 0;
  let total = 0;
  for (const places of unitary) {
    const units = places.filter((unit) => unit !== undefined);
    units.forEach((a, i) => {
      for (const b of units.slice(i + 1)) {
        if (label !== undefined && a.label !== label && b.label !== label) continue;
        const confidence = Math.max(0, 1 - weights.alpha * positional(a, b, weights)) / (units.length - 1);
        total += confidence;
        if (a.label !== b.label) differing += confidence * weights.empty;
      }
    });
  }
  return total === 0 ? undefined : differing / total;
}
