import type { LabelledSpan } from "@/domain/agreement/labelled-span";

/** How much place and label count, and what a unit without a partner costs (Δ∅). */
export interface Dissimilarity {
  /** Weight of position. */
  readonly alpha: number;
  /** Weight of label. */
  readonly beta: number;
  /** Δ∅: what an empty place in an alignment costs against anything, also against another empty place. */
  readonly empty: number;
}

/** Equal weights, as in the paper's experiments. */
export const evenly: Dissimilarity = { alpha: 1, beta: 1, empty: 1 };

/** d_pos of Mathet, Widlöcher & Métivier (2015), section 4: ((|Δstart| + |Δend|) / (sum of lengths))², times Δ∅. */
export function positional(a: LabelledSpan, b: LabelledSpan, { empty }: Dissimilarity): number {
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  return (apart / (a.end - a.start + (b.end - b.start))) ** 2 * empty;
}

/** The combined dissimilarity of section 4: α · d_pos + β · d_cat, d_cat being 0 or Δ∅. */
export function dissimilarity(a: LabelledSpan, b: LabelledSpan, weights: Dissimilarity): number {
  const categorical = a.label === b.label ? 0 : weights.empty;
  return weights.alpha * positional(a, b, weights) + weights.beta * categorical;
}
