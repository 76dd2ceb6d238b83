import { usefulGroups } from "@/domain/agreement/gamma/candidates";
import { type Dissimilarity, dissimilarity } from "@/domain/agreement/gamma/dissimilarity";
import { cheapestPartition } from "@/domain/agreement/gamma/set-partition";
import type { LabelledSpan } from "@/domain/agreement/labelled-span";
import { bestPairs } from "@/domain/review/compare/best-pairs";

/** Units that are taken for each other: at most one a rater, `undefined` where a rater has none. */
export type UnitaryAlignment = readonly (LabelledSpan | undefined)[];

/** A partition of all raters' units into unitary alignments. */
export interface Alignment {
  readonly unitary: readonly UnitaryAlignment[];
  /** Sum of the unitary disorders ÷ mean number of units a rater. */
  readonly disorder: number;
}

/** Above this many unitary alignments that could be part of a best one, the search is refused. */
const candidateLimit = 200_000;

/**
 * The alignment with the least disorder (Mathet, Widlöcher & Métivier 2015, sections 4 and 5.1), proven: an
 * assignment problem for two raters, a 0/1 program for more. `undefined` when there are more candidates than
 * `limit`. Two or more raters, one or more units.
 */
export function bestAlignment(
  raters: readonly (readonly LabelledSpan[])[],
  weights: Dissimilarity,
  limit = candidateLimit,
): Alignment | undefined {
  const unitary = raters.length === 2 ? alignTwo(raters, weights) : alignMore(raters, weights, limit);
  if (!unitary) return undefined;
  const units = raters.reduce((total, each) => total + each.length, 0);
  const disorder = unitary.reduce((total, each) => total + unitaryDisorder(each, weights), 0);
  return { unitary, disorder: disorder / (units / raters.length) };
}

/** The mean dissimilarity over all rater pairs; a pair with an empty place counts Δ∅ (section 4). */
export function unitaryDisorder(unitary: UnitaryAlignment, weights: Dissimilarity): number {
  let total = 0;
  let pairs = 0;
  unitary.forEach((a, i) => {
    for (const b of unitary.slice(i + 1)) {
      total += a && b ? dissimilarity(a, b, weights) : weights.empty;
      pairs++;
    }
  });
  return total / pairs;
}

function alignTwo(
  [first = [], second = []]: readonly (readonly LabelledSpan[])[],
  weights: Dissimilarity,
): UnitaryAlignment[] {
  const edges = first.map((a) =>
    second.flatMap((b, column) => {
      const saving = 2 * weights.empty - dissimilarity(a, b, weights);
      return saving > 0 ? [{ column, saving }] : [];
    }),
  );
  const partners = bestPairs(edges, second.length);
  const taken = new Set(partners);
  return [
    ...first.map((unit, row): UnitaryAlignment => {
      const partner = partners[row];
      return [unit, partner === undefined ? undefined : second[partner]];
    }),
    ...second.flatMap((unit, column): UnitaryAlignment[] => (taken.has(column) ? [] : [[undefined, unit]])),
  ];
}

function alignMore(
  raters: readonly (readonly LabelledSpan[])[],
  weights: Dissimilarity,
  limit: number,
): UnitaryAlignment[] | undefined {
  const units = raters.flatMap((spans, rater) => spans.map((span) => ({ span, rater })));
  const known = new Float64Array(units.length ** 2);
  units.forEach((a, i) => {
    units.forEach((b, j) => {
      if (a.rater !== b.rater) known[i * units.length + j] = dissimilarity(a.span, b.span, weights);
    });
  });
  const candidates = usefulGroups(
    {
      raterOf: Int32Array.from(units, ({ rater }) => rater),
      raters: raters.length,
      dissimilarity: (a, b) => known[a * units.length + b] ?? 0,
      empty: weights.empty,
    },
    limit,
  );
  if (!candidates) return undefined;
  return cheapestPartition(units.length, candidates).map(({ members }) => {
    const places: (LabelledSpan | undefined)[] = raters.map(() => undefined);
    for (const member of members) {
      const unit = units[member];
      if (unit) places[unit.rater] = unit.span;
    }
    return places;
  });
}
