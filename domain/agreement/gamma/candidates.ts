import type { Candidate } from "@/domain/agreement/gamma/set-partition";

/** A unit's dissimilarity from every other, by number; units of one rater are never asked about. */
export interface Comparable {
  /** For each unit its rater; units are numbered rater by rater. */
  readonly raterOf: Int32Array;
  readonly raters: number;
  readonly dissimilarity: (a: number, b: number) => number;
  /** Δ∅. */
  readonly empty: number;
}

/**
 * All unitary alignments that a best alignment can contain, or `undefined` when there are more than `limit`, or
 * when it would take looking at more than 20 × `limit` splits to find them.
 *
 * With C = n(n − 1)/2 rater pairs, a group costs Δ∅ + Σ (d − Δ∅) / C over the pairs within it, because every pair
 * with an empty place costs Δ∅. So splitting a group into A and B costs less, or no more, exactly when
 * Σ (d − Δ∅) across A and B is C · Δ∅ or more; such groups are left out. (Sharper than the n · Δ∅ bound of
 * Mathet, Widlöcher & Métivier 2015, section 5.1, which is the split into single units.)
 */
export function usefulGroups(units: Comparable, limit: number): readonly Candidate[] | undefined {
  const { raterOf, raters, empty } = units;
  const pairs = (raters * (raters - 1)) / 2;
  const ceiling = pairs * empty;
  const later = laterNeighbours(units, ceiling + (raters - 1) * empty);
  const found: Candidate[] = [];
  let splits = 0;

  const grow = (group: Group): boolean => {
    if (group.useful) found.push({ members: group.units, cost: empty + group.total / pairs });
    return group.open.every((unit, place) => {
      if (++splits > limit * 20 || found.length > limit) return false;
      const rater = raterOf[unit] ?? 0;
      const across = group.units.map((member) => units.dissimilarity(member, unit) - empty);
      const added = across.reduce((sum, each) => sum + each, 0);
      const excess = [...group.excess.map((each, i) => each + (across[i] ?? 0)), added];
      if (excess.some((each) => each >= ceiling + (raters - 1 - rater) * empty)) return true;
      splits += 2 ** group.units.length;
      const grown = [...group.units, unit];
      return grow({
        units: grown,
        excess,
        total: group.total + added,
        open: group.open.slice(place + 1).filter((other) => raterOf[other] !== rater),
        useful: holdsTogether(grown, units, ceiling),
      });
    });
  };

  for (let unit = 0; unit < raterOf.length; unit++) {
    if (!grow({ units: [unit], excess: [0], total: 0, open: later[unit] ?? [], useful: true })) return undefined;
  }
  return found;
}

interface Group {
  readonly units: readonly number[];
  /** For each unit Σ (d − Δ∅) to the others: each further rater can lower it by Δ∅ at most. */
  readonly excess: readonly number[];
  /** Σ (d − Δ∅) over all pairs. */
  readonly total: number;
  /** Units of later raters that may still join. */
  readonly open: readonly number[];
  /** False when a split is as cheap, so that only a bigger group may be a candidate. */
  readonly useful: boolean;
}

/** For each unit those of later raters that are near enough to share a group with it, in order. */
function laterNeighbours({ raterOf, dissimilarity }: Comparable, below: number): readonly (readonly number[])[] {
  return Array.from(raterOf, (rater, unit) => {
    const near: number[] = [];
    for (let other = unit + 1; other < raterOf.length; other++) {
      if (raterOf[other] !== rater && dissimilarity(unit, other) < below) near.push(other);
    }
    return near;
  });
}

/** Whether no split of the group into two is as cheap as the group. */
function holdsTogether(group: readonly number[], { dissimilarity, empty }: Comparable, ceiling: number): boolean {
  const half = 2 ** (group.length - 1);
  for (let side = 1; side < half; side++) {
    let across = 0;
    group.forEach((a, i) => {
      group.forEach((b, j) => {
        if (i < j && ((side >> i) & 1) !== ((side >> j) & 1)) across += dissimilarity(a, b) - empty;
      });
    });
    if (across >= ceiling) return false;
  }
  return true;
}
