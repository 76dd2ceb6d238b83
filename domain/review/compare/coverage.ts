/** A stretch of text in code points, end exclusive. A tag's stretches are sorted and never touch. */
export type Stretch = { readonly start: number; readonly end: number };

/** How many code points some stretches cover. */
export const covered = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0);

/** How many code points two tags have in common, gaps of discontinuous ones left out. */
export function shared(a: readonly Stretch[], b: readonly Stretch[]): number {
  let sum = 0;
  for (const one of a) {
    for (const other of b) sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  }
  return sum;
}

/** What two tags have in common as a part of what they cover together: 1 for the same words (Jaccard 1912). */
export function overlapOf(a: readonly Stretch[], b: readonly Stretch[]): number {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (covered(a) + covered(b) - both);
}

export const sameWords = (a: readonly Stretch[], b: readonly Stretch[]): boolean =>
  a.length === b.length && a.every(({ start, end }, at) => b[at]?.start === start && b[at]?.end === end);
