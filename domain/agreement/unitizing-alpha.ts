import { none, number, type Outcome } from "@/domain/agreement/outcome";

/** A unit one rater marked: `start` and `length` in whole positions of the continuum (code points, tokens, ms). */
export interface Unit {
  readonly start: number;
  readonly length: number;
}

/** Everything each rater marked with one category on one continuum; units stay within it. */
export interface Unitizing {
  readonly start: number;
  readonly length: number;
  /** One list of units a rater. */
  readonly raters: readonly (readonly Unit[])[];
}

/** Observed (D_o) and expected (D_e) disagreement, and over how many units and raters. */
export interface Disagreement {
  readonly observed: number;
  readonly expected: number;
  readonly units: number;
  readonly raters: number;
}

/**
 * Krippendorff's unitizing α in its 2004 form (the one that DKPro Statistics and INCEpTION compute): agreement on
 * where units of one category begin and end. Krippendorff (2004), Content Analysis, 2nd ed., pp. 251–256; after
 * Krippendorff (1995), Sociological Methodology 25, pp. 47–76. Not the 2016 family of α_U coefficients.
 */
export function unitizingAlpha(unitizing: Unitizing): Outcome {
  return unitizingAlphaOverall([unitizing]);
}

/** The same over several categories of one continuum: mean observed / mean expected disagreement. */
export function unitizingAlphaOverall(categories: readonly Unitizing[]): Outcome {
  return alphaOfDisagreement(addDisagreements(categories.map(unitizingDisagreement)));
}

/** Adds what categories, or reports, disagree; α is the same for sums as for means. */
export function addDisagreements(parts: readonly Disagreement[]): Disagreement {
  const total = { observed: 0, expected: 0, units: 0, raters: 0 };
  for (const each of parts) {
    total.observed += each.observed;
    total.expected += each.expected;
    total.units += each.units;
    total.raters = Math.max(total.raters, each.raters);
  }
  return total;
}

export function alphaOfDisagreement({ observed, expected, units, raters }: Disagreement): Outcome {
  if (units === 0) return none("nobody-tagged");
  if (raters < 2) return none("one-rater");
  if (expected === 0) return observed === 0 ? number(1) : none("no-chance-disorder");
  return number(1 - observed / expected);
}

/**
 * D_o and D_e of one category (Krippendorff 2004, pp. 253–255). Of units of one rater that overlap each other the
 * earliest and then the longest is kept, because the definition knows no overlaps within a rater.
 */
export function unitizingDisagreement({ start, length, raters }: Unitizing): Disagreement {
  const kept = raters.map(withoutOverlaps);
  const gaps = kept.map((units) => gapsBetween(units, start, start + length));
  const m = raters.length;

  let apart = 0;
  kept.forEach((first, i) => {
    kept.forEach((second, j) => {
      if (i < j) apart += distance(first, second) + lonely(first, gaps[j]) + lonely(second, gaps[i]);
    });
  });
  return {
    observed: m < 2 ? 0 : (2 * apart) / (m * (m - 1) * length ** 2),
    expected: expectedOf(kept.flat(), gaps.flat(), m, length),
    units: kept.flat().length,
    raters: m,
  };
}

/** A rater's units in order, without those that overlap an earlier or longer one. */
export function withoutOverlaps(units: readonly Unit[]): readonly Unit[] {
  const kept: Unit[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const unit of [...units].sort((a, b) => a.start - b.start || b.length - a.length)) {
    if (unit.start < end) continue;
    kept.push(unit);
    end = unit.start + unit.length;
  }
  return kept;
}

function gapsBetween(units: readonly Unit[], start: number, end: number): readonly Unit[] {
  const gaps: Unit[] = [];
  let from = start;
  for (const unit of [...units, { start: end, length: 0 }]) {
    if (unit.start > from) gaps.push({ start: from, length: unit.start - from });
    from = unit.start + unit.length;
  }
  return gaps;
}

/** Σ over overlapping pairs: squared difference of starts plus of ends. Both lists are in order. */
function distance(first: readonly Unit[], second: readonly Unit[]): number {
  let total = 0;
  let from = 0;
  for (const a of first) {
    const aEnd = a.start + a.length;
    for (let j = from; j < second.length; j++) {
      const b = second[j];
      if (!b || b.start >= aEnd) break;
      const bEnd = b.start + b.length;
      if (bEnd <= a.start) from = j + 1;
      else total += (a.start - b.start) ** 2 + (aEnd - bEnd) ** 2;
    }
  }
  return total;
}

/** Σ of squared lengths of the units that lie wholly in a gap of the other rater. Both lists are in order. */
function lonely(units: readonly Unit[], gaps: readonly Unit[] = []): number {
  let total = 0;
  let place = 0;
  for (const { start, length } of units) {
    while (place < gaps.length && endOf(gaps[place]) <= start) place++;
    const gap = gaps[place];
    if (gap && gap.start <= start && start + length <= endOf(gap)) total += length ** 2;
  }
  return total;
}

function endOf(unit: Unit | undefined): number {
  return unit ? unit.start + unit.length : Number.POSITIVE_INFINITY;
}

/** D_e: the mean distance over all ways to lay the same units out on a continuum as long as all raters' together. */
function expectedOf(units: readonly Unit[], gaps: readonly Unit[], m: number, length: number): number {
  const gapLengths = Float64Array.from(gaps, (gap) => gap.length)
    .sort()
    .reverse();
  const longest = new Float64Array(gapLengths.length + 1);
  gapLengths.forEach((gap, place) => {
    longest[place + 1] = (longest[place] ?? 0) + gap;
  });
  let total = 0;
  let withinUnits = 0;
  for (const { length: l } of units) {
    const fitting = countOfAtLeast(gapLengths, l);
    const places = (longest[fitting] ?? 0) - fitting * (l - 1);
    total += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * places;
    withinUnits += l * (l - 1);
  }
  const ways = m * length * (m * length - 1) - withinUnits;
  return ways === 0 ? 0 : ((2 / length) * total) / ways;
}

/** How many of the numbers, the greatest first, are at least as great as one. */
function countOfAtLeast(descending: Float64Array, least: number): number {
  let [low, high] = [0, descending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((descending[middle] ?? 0) >= least) low = middle + 1;
    else high = middle;
  }
  return low;
}
