import { valuesOf } from "@/domain/agreement/scale";

/** How much of an agreement two different categories still are, from 0 to 1. */
export type WeightName = "identity" | "linear" | "quadratic" | "ordinal";

/**
 * The q × q weights of Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed. (as in his R package
 * irrCAC): linear and quadratic by distance between the categories' values (their places in the scale where they
 * are not numbers), ordinal by how many pairs of categories lie between.
 */
export function weights(name: WeightName, categories: readonly string[]): Float64Array {
  const q = categories.length;
  const values = valuesOf(categories) ?? categories.map((_, place) => place);
  const range = Math.max(...values) - Math.min(...values);
  const matrix = new Float64Array(q * q);
  values.forEach((first, k) => {
    values.forEach((second, l) => {
      const apart = Math.abs(k - l);
      matrix[k * q + l] = apart === 0 ? 1 : weighing[name](Math.abs(first - second) / range, apart, q);
    });
  });
  return matrix;
}

/** From relative distance, places apart, and number of categories. */
const weighing: Readonly<Record<WeightName, (distance: number, apart: number, q: number) => number>> = {
  identity: () => 0,
  linear: (distance) => 1 - distance,
  quadratic: (distance) => 1 - distance ** 2,
  ordinal: (_, apart, q) => 1 - (apart * (apart + 1)) / (q * (q - 1)),
};
