import { seededChance } from "@/domain/agreement/chance";

/** A column of the program: which elements it covers, and its cost. */
export interface Column {
  readonly local: readonly number[];
  readonly cost: number;
}

/** An optimum of the relaxed program. */
export interface Relaxed {
  /** False when the columns cannot cover every element exactly once. */
  readonly feasible: boolean;
  /** No whole solution costs less. */
  readonly bound: number;
  /** For each column how much of it is taken, from 0 to 1. */
  readonly shares: Float64Array;
  /** For each column how much dearer the bound becomes at least when it is taken. */
  readonly reduced: Float64Array;
}

/**
 * Covers each element exactly once by fractions of columns as cheaply as possible: the revised simplex method
 * with an explicit inverse (Chvátal 1983, Linear Programming, ch. 7), looking at the hundred best columns at a time.
 * Right-hand sides are moved by less than a millionth so that steps never stall; bound and shares are given for the
 * true ones.
 */
export function relax(elements: number, columns: readonly Column[]): Relaxed {
  const simplex = start(elements, columns);
  for (let offers = cheapest(simplex); offers.length > 0; offers = cheapest(simplex)) {
    for (let entering = best(simplex, offers); entering !== -1; entering = best(simplex, offers)) {
      pivot(simplex, entering);
    }
  }

  const shares = new Float64Array(columns.length);
  let missing = 0;
  simplex.basis.forEach((column, row) => {
    let share = 0;
    for (let element = 0; element < elements; element++) share += read(simplex.inverse, element * elements + row);
    if (column === -1) missing += Math.abs(share);
    else shares[column] = share;
  });
  const reduced = Float64Array.from(columns, (_, column) => reducedCost(simplex, column));
  return { feasible: missing < 1e-6, bound: simplex.prices.reduce((sum, price) => sum + price, 0), shares, reduced };
}

interface Simplex {
  readonly size: number;
  readonly costs: Float64Array;
  /** Members of all columns, one after the other; `from[c]` is where column c begins. */
  readonly members: Int32Array;
  readonly from: Int32Array;
  /** For each row the column in the basis; −1 for a stand-in that must leave. */
  readonly basis: Int32Array;
  readonly amounts: Float64Array;
  readonly prices: Float64Array;
  /** The inverse of the basis, column by column. */
  readonly inverse: Float64Array;
}

function start(size: number, columns: readonly Column[]): Simplex {
  const from = new Int32Array(columns.length + 1);
  columns.forEach((column, place) => {
    from[place + 1] = read(from, place) + column.local.length;
  });
  const dear = 1e3 * columns.reduce((sum, { cost }) => Math.max(sum, Math.abs(cost)), 1) * size;
  const chance = seededChance(size);
  const simplex: Simplex = {
    size,
    costs: Float64Array.from(columns, ({ cost }) => cost),
    members: Int32Array.from(columns.flatMap(({ local }) => local)),
    from,
    basis: new Int32Array(size).fill(-1),
    amounts: Float64Array.from({ length: size }, () => 1 + 1e-7 * (1 + chance())),
    prices: new Float64Array(size).fill(dear),
    inverse: new Float64Array(size * size),
  };
  for (let row = 0; row < size; row++) simplex.inverse[row * size + row] = 1;
  columns.forEach(({ local, cost }, column) => {
    const [element] = local;
    if (local.length !== 1 || element === undefined) return;
    simplex.basis[element] = column;
    simplex.prices[element] = cost;
  });
  return simplex;
}

function reducedCost({ costs, members, from, prices }: Simplex, column: number): number {
  let cost = read(costs, column);
  const end = read(from, column + 1);
  for (let place = read(from, column); place < end; place++) cost -= read(prices, read(members, place));
  return cost;
}

const paysFrom = -1e-9;

/** The columns whose entering pays most at the present prices, up to a hundred; none when none pays. */
function cheapest(simplex: Simplex): readonly number[] {
  const paying: { column: number; cost: number }[] = [];
  for (let column = 0; column < simplex.costs.length; column++) {
    const cost = reducedCost(simplex, column);
    if (cost < paysFrom) paying.push({ column, cost });
  }
  return paying
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 100)
    .map(({ column }) => column);
}

/** Of some columns the one whose entering pays most, or −1 when none does any more. */
function best(simplex: Simplex, offers: readonly number[]): number {
  let found = -1;
  let gain = paysFrom;
  for (const column of offers) {
    const cost = reducedCost(simplex, column);
    if (cost >= gain) continue;
    gain = cost;
    found = column;
  }
  return found;
}

function pivot(simplex: Simplex, entering: number): void {
  const { size, members, from, basis, amounts, prices, inverse } = simplex;
  const cost = reducedCost(simplex, entering);
  const direction = new Float64Array(size);
  for (let place = read(from, entering); place < read(from, entering + 1); place++) {
    const column = read(members, place) * size;
    for (let row = 0; row < size; row++) direction[row] = read(direction, row) + read(inverse, column + row);
  }
  const rows: number[] = [];
  let leaving = -1;
  let step = Number.POSITIVE_INFINITY;
  for (let row = 0; row < size; row++) {
    const slope = read(direction, row);
    if (Math.abs(slope) < 1e-11) continue;
    rows.push(row);
    if (slope > 1e-9 && read(amounts, row) / slope < step) {
      step = read(amounts, row) / slope;
      leaving = row;
    }
  }
  if (leaving === -1) throw new Error("A cover of each element by one cannot be unbounded.");

  const slope = read(direction, leaving);
  for (const row of rows) amounts[row] = read(amounts, row) - step * read(direction, row);
  amounts[leaving] = step;
  basis[leaving] = entering;
  for (let element = 0; element < size; element++) {
    const column = element * size;
    const factor = read(inverse, column + leaving) / slope;
    if (factor === 0) continue;
    for (const row of rows) inverse[column + row] = read(inverse, column + row) - factor * read(direction, row);
    inverse[column + leaving] = factor;
    prices[element] = read(prices, element) + cost * factor;
  }
}

function read(numbers: Float64Array | Int32Array, place: number): number {
  return numbers[place] ?? 0;
}
