import { bestPairs } from "@/domain/review/compare/best-pairs";

/** Two things of two people that may be the same: `worth` (more than 0) says how well they fit. */
export type Fit = { readonly a: number; readonly b: number; readonly worth: number };

/**
 * Puts the things of any number of people into groups, at most one of each person's in each; every thing is in
 * exactly one group. `fits` gives the possible pairs of two people's things, `mayJoin` what may stand in one group.
 *
 * For each two people the pairing of greatest worth is taken (exact); the pairs then join into groups from the
 * worthiest on, where all members may stand together. With two people the groups are the best pairing itself.
 * `contentOf` says what a thing is whatever its number: of one person's things that say the same, the first are taken
 * first, so that it makes no difference which of them is which.
 */
export function joined(
  people: readonly (readonly number[])[],
  fits: (one: number, other: number) => readonly Fit[],
  mayJoin: (a: number, b: number) => boolean,
  contentOf: (thing: number) => string,
): number[][] {
  const copies = copiesIn(people, contentOf);
  const copy = (thing: number) => copies[thing] ?? 0;
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

  const inOrder = (x: Fit, y: Fit) =>
    y.worth - x.worth || copy(x.a) + copy(x.b) - copy(y.a) - copy(y.b) || x.a - y.a || x.b - y.b;
  for (const { a, b } of pairsOf(people, fits, contentOf).toSorted(inOrder)) {
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

type Fits = (one: number, other: number) => readonly Fit[];
type ContentOf = (thing: number) => string;

/** How many of the same person's things before it say the same. */
function copiesIn(people: readonly (readonly number[])[], contentOf: ContentOf): number[] {
  const copies: number[] = [];
  for (const things of people) {
    const met = new Map<string, number>();
    for (const thing of things) {
      const content = contentOf(thing);
      copies[thing] = met.get(content) ?? 0;
      met.set(content, (copies[thing] ?? 0) + 1);
    }
  }
  return copies;
}

function pairsOf(people: readonly (readonly number[])[], fits: Fits, contentOf: ContentOf): Fit[] {
  return people.flatMap((mine, one) =>
    people.slice(one + 1).flatMap((theirs, step) => {
      const pairs = bestFits(people, one, one + 1 + step, fits);
      return firstFirst(pairs, { mine, theirs, contentOf });
    }),
  );
}

/** The same pairs of contents, made of the first things that have these contents. */
function firstFirst(
  pairs: readonly Fit[],
  { mine, theirs, contentOf }: { mine: readonly number[]; theirs: readonly number[]; contentOf: ContentOf },
): Fit[] {
  const [left, right] = [byContent(mine, contentOf), byContent(theirs, contentOf)];
  const contents = pairs.map((fit) => ({ fit, a: contentOf(fit.a), b: contentOf(fit.b) }));
  const ordered = contents.toSorted((x, y) => compared(x.a, y.a) || compared(x.b, y.b));
  return ordered.map(({ fit, a, b }) => ({
    ...fit,
    a: left.get(a)?.shift() ?? fit.a,
    b: right.get(b)?.shift() ?? fit.b,
  }));
}

function byContent(things: readonly number[], contentOf: ContentOf): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const thing of things) {
    const content = contentOf(thing);
    const known = found.get(content);
    if (known) known.push(thing);
    else found.set(content, [thing]);
  }
  return found;
}

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

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
