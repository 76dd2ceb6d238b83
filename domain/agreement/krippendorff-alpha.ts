import { whyNotComparable } from "@/domain/agreement/comparable";
import { none, number, type Outcome } from "@/domain/agreement/outcome";
import { valuesOf } from "@/domain/agreement/scale";
import { at, type Tally } from "@/domain/agreement/tally";

/** What the distance between two categories means. */
export type Level = "nominal" | "ordinal" | "interval" | "ratio";

/**
 * Krippendorff's α: 1 − observed / expected disagreement, for any number of raters and missing ratings; an item
 * counts when two or more rated it. Krippendorff (2004), Content Analysis, 2nd ed., pp. 221–243; the step by
 * step account is his "Computing Krippendorff's Alpha-Reliability" (2011), which also lists the δ².
 */
export function krippendorffAlpha(level: Level): (tally: Tally) => Outcome {
  return (tally) => {
    const why = whyNotComparable(tally);
    if (why) return none(why);
    const q = tally.categories.length;
    const frequencies = rowSums(tally.coincidences, q);
    const distance = distances[level](tally.categories, frequencies);
    if (typeof distance === "string") return none(distance);

    const pairable = frequencies.reduce((total, each) => total + each, 0);
    let seen = 0;
    let expected = 0;
    for (let c = 0; c < q; c++) {
      for (let k = 0; k < q; k++) {
        if (c === k) continue;
        const apart = distance(c, k);
        seen += at(tally.coincidences, c * q + k) * apart;
        expected += at(frequencies, c) * at(frequencies, k) * apart;
      }
    }
    return expected === 0 ? none("one-category") : number(1 - ((pairable - 1) * seen) / expected);
  };
}

type Distance = (c: number, k: number) => number;
type Distances = (
  categories: readonly string[],
  frequencies: readonly number[],
) => Distance | "not-numbers" | "not-ratio-scale";

/** The squared differences δ² of Krippendorff (2011). */
const distances: Readonly<Record<Level, Distances>> = {
  nominal: () => () => 1,
  ordinal: (_, frequencies) => (c, k) => {
    let between = -(at(frequencies, c) + at(frequencies, k)) / 2;
    for (let g = Math.min(c, k); g <= Math.max(c, k); g++) between += at(frequencies, g);
    return between ** 2;
  },
  interval: (categories) => {
    const values = valuesOf(categories);
    return values ? (c, k) => (at(values, c) - at(values, k)) ** 2 : "not-numbers";
  },
  ratio: (categories) => {
    const values = valuesOf(categories);
    if (!values) return "not-numbers";
    if (values.some((value) => value < 0)) return "not-ratio-scale";
    return (c, k) => ((at(values, c) - at(values, k)) / (at(values, c) + at(values, k))) ** 2;
  },
};

function rowSums(matrix: Float64Array, q: number): readonly number[] {
  return Array.from({ length: q }, (_, row) => matrix.subarray(row * q, row * q + q).reduce((a, b) => a + b, 0));
}
