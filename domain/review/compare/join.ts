import { bestPairs } from "@/domain/agreement/gamma/assignment";

/** Two things of two people that may be the same: `worth` (more than 0) says how well they fit. */
export type Fit = { readonly a: number; readonly b: number; readonly worth: number };

/**
 * Puts the things of any number of people into groups, at most one of each person's in each; every thing is in
 * exactly one group. `fits` gives the possible pairs of two people's things, `mayJoin` what may stand in one group.
 *
 * For each two people the pairing of greatest worth is taken (exact); the pairs then join into groups from the
 * worthiest on, where all members may stand together. With two people the groups are the best pairing itself.
 */
export function joined(
  people: readonly (readonly number[])[],
  fits: (one: number, other: number) => readonly Fit[],
  mayJoin: (a: number, b: number) => boolean,
): number[][] {
  const groups = new Map<number, number[]>();
  const groupOf: number[] = [];
  const personOf: number[] = [];
  people.forEach((things, person) => {
    for (const thing of things) {
      const alone = [thing];
      groupOf[thing] = thing;
      personOf[thing] = person;
      groups.set(thing, alone);
    }
  });

  for (const { a, b } of pairsOf(people, fits).toSorted((x, y) => y.worth - x.worth || x.a - y.a || x.b - y.b)) {
    const [one, other] = [groupOf[a] ?? a, groupOf[b] ?? b];
    const [mine, theirs] = [groups.get(one), groups.get(other)];
    if (one === other || !mine || !theirs) continue;
    const fit = mine.every((x) => theirs.every((y) => personOf[x] !== personOf[y] && mayJoin(x, y)));
    if (!fit) continue;
    for (const each of theirs) groupOf[each] = one;
    mine.push(...theirs);
    groups.delete(other);
  }
  return [...groups.values()].map((members) => members.toSorted((x, y) => (personOf[x] ?? 0) - (personOf[y] ?? 0)));
}

function pairsOf(people: readonly (readonly number[])[], fits: (one: number, other: number) => readonly Fit[]): Fit[] {
  return people.flatMap((_, one) =>
    people.slice(one + 1).flatMap((_, step) => bestFits(people, one, one + 1 + step, fits)),
  );
}

function bestFits(
  people: readonly (readonly number[])[],
  one: number,
  other: number,
  fits: (one: number, other: number) => readonly Fit[],
): Fit[] {
  const mine = people[one] ?? [];
  const theirs = people[other] ?? [];
  const row = new Map(mine.map((thing, at) => [thing, at]));
  const column = new Map(theirs.map((thing, at) => [thing, at]));
  const edges: { column: number; saving: number; fit: Fit }[][] = mine.map(() => []);
  for (const fit of fits(one, other)) {
    edges[row.get(fit.a) ?? -1]?.push({ column: column.get(fit.b) ?? -1, saving: fit.worth, fit });
  }
  return bestPairs(edges, theirs.length).flatMap((chosen, at) => {
    const edge = edges[at]?.find((each) => each.column === chosen);
    return edge ? [edge.fit] : [];
  });
}
