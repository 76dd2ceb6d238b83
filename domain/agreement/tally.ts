/**
 * What every measure on ratings needs to know, counted once. A tally is a sum over items, so tallies of
 * reports over the same raters and categories can be added: that is what "pooled" means here.
 *
 * Matrices are q × q, row by row, q being the number of categories.
 */
export interface Tally {
  /** The category names in scale order. */
  readonly categories: readonly string[];
  readonly raters: number;
  /** Items (or positions) seen, rated or not. */
  readonly seen: number;
  /** Items with one rating or more. */
  readonly rated: number;
  /** Items with two ratings or more. */
  readonly paired: number;
  /** Items rated by everybody. */
  readonly complete: number;
  /** Σ over paired items: ordered rater pairs (c, k) ÷ (m − 1). Krippendorff's coincidence matrix. */
  readonly coincidences: Float64Array;
  /** Σ over paired items: ordered rater pairs (c, k) ÷ m(m − 1). Sums to `paired`. */
  readonly pairs: Float64Array;
  /** Σ over rated items: share of the item's ratings in each category. Sums to `rated`. */
  readonly shares: Float64Array;
  /** First rater's category × second rater's, over complete items; all zero unless there are two raters. */
  readonly table: Float64Array;
}

/** The code of a missing rating. */
export const missing = -1;

export interface Tallying {
  /** Counts one item `times` times; `codes` holds each rater's category number or `missing`. */
  add(codes: ArrayLike<number>, times?: number): void;
  tally(): Tally;
}

/** Starts an empty count over `raters` people and the given categories. */
export function tallying(categories: readonly string[], raters: number): Tallying {
  const q = categories.length;
  const totals = { seen: 0, rated: 0, paired: 0, complete: 0 };
  const square = () => new Float64Array(q * q);
  const [coincidences, pairs, table] = [square(), square(), square()];
  const shares = new Float64Array(q);
  const counts = new Int32Array(q);
  const present: number[] = [];

  const count = (codes: ArrayLike<number>): number => {
    let given = 0;
    for (let rater = 0; rater < raters; rater++) {
      const code = codes[rater] ?? missing;
      if (code === missing) continue;
      given++;
      if (counts[code] === 0) present.push(code);
      counts[code] = at(counts, code) + 1;
    }
    return given;
  };

  const addShares = (given: number, times: number): void => {
    for (const code of present) shares[code] = at(shares, code) + (at(counts, code) / given) * times;
  };

  const addPairs = (given: number, times: number): void => {
    for (const c of present) {
      for (const k of present) {
        const ordered = at(counts, c) * (at(counts, k) - (c === k ? 1 : 0));
        const coincidence = (ordered / (given - 1)) * times;
        const cell = c * q + k;
        coincidences[cell] = at(coincidences, cell) + coincidence;
        pairs[cell] = at(pairs, cell) + coincidence / given;
      }
    }
  };

  return {
    add(codes, times = 1) {
      const given = count(codes);
      totals.seen += times;
      if (given > 0) {
        totals.rated += times;
        addShares(given, times);
      }
      if (given > 1) {
        totals.paired += times;
        addPairs(given, times);
      }
      if (given > 0 && given === raters) {
        totals.complete += times;
        if (raters === 2) {
          const cell = (codes[0] ?? 0) * q + (codes[1] ?? 0);
          table[cell] = at(table, cell) + times;
        }
      }
      for (const code of present) counts[code] = 0;
      present.length = 0;
    },
    tally: () => ({
      categories,
      raters,
      ...totals,
      coincidences,
      pairs,
      shares,
      table,
    }),
  };
}

/** Adds tallies of the same raters and categories; each may count more than once (for the bootstrap). */
export function addTallies(tallies: readonly Tally[]): Tally {
  const [first] = tallies;
  if (!first) return tallying([], 0).tally();
  const q = first.categories.length;
  const sum = tallying(first.categories, first.raters).tally();
  const totals = { seen: 0, rated: 0, paired: 0, complete: 0 };
  for (const each of tallies) {
    if (each.categories.length !== q || each.raters !== first.raters)
      throw new Error("Only tallies of the same raters and categories can be added.");
    totals.seen += each.seen;
    totals.rated += each.rated;
    totals.paired += each.paired;
    totals.complete += each.complete;
    addInto(sum.coincidences, each.coincidences);
    addInto(sum.pairs, each.pairs);
    addInto(sum.shares, each.shares);
    addInto(sum.table, each.table);
  }
  return { ...sum, ...totals };
}

/** The number at a place of a numeric array; 0 beyond its end. */
export function at(numbers: ArrayLike<number>, place: number): number {
  return numbers[place] ?? 0;
}

/** Sum of a numeric array. */
export function sum(numbers: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < numbers.length; i++) total += at(numbers, i);
  return total;
}

/** Sum of the diagonal of a q × q matrix. */
export function diagonal(matrix: ArrayLike<number>, q: number): number {
  let total = 0;
  for (let k = 0; k < q; k++) total += at(matrix, k * q + k);
  return total;
}

function addInto(into: Float64Array, from: Float64Array): void {
  for (let i = 0; i < from.length; i++) into[i] = at(into, i) + at(from, i);
}
