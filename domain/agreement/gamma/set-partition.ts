import { relax } from "@/domain/agreement/gamma/relaxation";

/** A set of elements that may become one part, and what it costs. */
export interface Candidate {
  readonly members: readonly number[];
  readonly cost: number;
}

/**
 * The cheapest way to put the elements 0 … n − 1 into disjoint candidates. Every element must have a candidate of
 * its own, so there always is one.
 *
 * Exact: the problem falls apart into independent pieces; each is a 0/1 program, solved by its linear relaxation
 * and, where that is not whole, by branching on whether two elements are in one part (Ryan & Foster 1981). A
 * branch is only left when its bound proves that nothing cheaper is in it.
 */
export function cheapestPartition(elements: number, candidates: readonly Candidate[]): readonly Candidate[] {
  return pieces(elements, candidates).flatMap(({ members, choices }) =>
    members.length === 1 ? choices : cheapestOfPiece(members.length, choices),
  );
}

const tolerance = 1e-9;

function cheapestOfPiece(elements: number, choices: readonly Choice[]): readonly Candidate[] {
  let best = greedy(elements, choices);
  let cost = costOf(best);

  const search = (open: readonly Choice[]): void => {
    const relaxed = relax(elements, open);
    if (!relaxed.feasible || relaxed.bound >= cost - tolerance) return;
    const partial = open.flatMap((choice, place) => {
      const share = relaxed.shares[place] ?? 0;
      return share > 1e-6 ? [{ choice, share }] : [];
    });
    if (partial.every(({ share }) => share > 1 - 1e-6)) {
      best = partial.map(({ choice }) => choice);
      cost = costOf(best);
      return;
    }
    const [a, b] = undecidedPair(partial);
    const left = open.filter((_, place) => (relaxed.reduced[place] ?? 0) < cost - relaxed.bound);
    search(left.filter(({ local }) => local.includes(a) === local.includes(b)));
    search(left.filter(({ local }) => !(local.includes(a) && local.includes(b))));
  };
  search(choices);
  return best;
}

/** A candidate with its members numbered within its piece. */
export interface Choice extends Candidate {
  readonly local: readonly number[];
}

function costOf(parts: readonly Candidate[]): number {
  return parts.reduce((total, { cost }) => total + cost, 0);
}

/** Takes the greatest saving over single parts first: a start to beat. */
function greedy(elements: number, choices: readonly Choice[]): readonly Choice[] {
  const single = new Float64Array(elements);
  for (const { local, cost } of choices) if (local.length === 1) single[local[0] ?? 0] = cost;
  const savings = choices.map((choice) => ({
    choice,
    saving: choice.local.reduce((total, element) => total + (single[element] ?? 0), 0) - choice.cost,
  }));
  const taken = new Uint8Array(elements);
  return savings
    .sort((a, b) => b.saving - a.saving)
    .flatMap(({ choice }) => {
      if (choice.local.some((element) => taken[element] === 1)) return [];
      for (const element of choice.local) taken[element] = 1;
      return [choice];
    });
}

/** The two elements about whose being together the relaxation is least sure. */
function undecidedPair(partial: readonly { choice: Choice; share: number }[]): readonly [number, number] {
  const together = new Map<string, { pair: readonly [number, number]; share: number }>();
  for (const { choice, share } of partial) {
    choice.local.forEach((a, i) => {
      for (const b of choice.local.slice(i + 1)) {
        const key = `${a} ${b}`;
        together.set(key, { pair: [a, b], share: (together.get(key)?.share ?? 0) + share });
      }
    });
  }
  const [first] = [...together.values()].sort((x, y) => Math.abs(x.share - 0.5) - Math.abs(y.share - 0.5));
  if (!first) throw new Error("A relaxation that is not whole must leave a pair undecided.");
  return first.pair;
}

/** Elements that no candidate links fall into separate pieces. */
function pieces(
  elements: number,
  candidates: readonly Candidate[],
): readonly { members: number[]; choices: Choice[] }[] {
  const parent = Int32Array.from({ length: elements }, (_, element) => element);
  const root = (element: number): number => {
    let at = element;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const { members } of candidates) for (const each of members) parent[root(each)] = root(members[0] ?? each);

  const found = new Map<number, { members: number[]; choices: Choice[] }>();
  const place = new Int32Array(elements);
  for (let element = 0; element < elements; element++) {
    const piece = found.get(root(element)) ?? { members: [], choices: [] };
    found.set(root(element), piece);
    place[element] = piece.members.push(element) - 1;
  }
  for (const candidate of candidates) {
    const local = candidate.members.map((element) => place[element] ?? 0);
    found.get(root(candidate.members[0] ?? 0))?.choices.push({ ...candidate, local });
  }
  return [...found.values()];
}
