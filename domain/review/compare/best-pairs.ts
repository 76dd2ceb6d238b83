/** A possible pair: `column` could be matched with the row, saving `saving` (more than 0) over leaving both alone. */
export interface Edge {
  readonly column: number;
  readonly saving: number;
}

/**
 * The pairing of rows and columns that saves most; each is used once at most, and may stay alone. Gives for each
 * row its column, or `undefined`.
 *
 * Exact: shortest augmenting paths with column prices (Jonker & Volgenant 1987, Computing 38, pp. 325–340) over
 * the listed edges only, each row having a column of its own for staying alone.
 */
export function bestPairs(rows: readonly (readonly Edge[])[], columns: number): readonly (number | undefined)[] {
  const all = columns + rows.length;
  const price = new Float64Array(all);
  const rowOf = new Int32Array(all).fill(-1);
  const columnOf = new Int32Array(rows.length).fill(-1);
  const length = new Float64Array(all);
  const before = new Int32Array(all);
  const state = new Uint8Array(all);

  for (let start = 0; start < rows.length; start++) {
    const touched: number[] = [];
    const scanned: number[] = [];
    const reach = (row: number, offset: number): void => {
      for (const { column, saving } of rows[row] ?? []) step(row, column, -saving - offset);
      step(row, columns + row, -offset);
    };
    const step = (row: number, column: number, cost: number): void => {
      const total = cost - read(price, column);
      if (state[column] === SCANNED || (state[column] === TOUCHED && total >= read(length, column))) return;
      if (state[column] === FRESH) touched.push(column);
      state[column] = TOUCHED;
      length[column] = total;
      before[column] = row;
    };

    reach(start, 0);
    let end = nearest(touched, state, length);
    for (let row = read(rowOf, end); row !== -1; row = read(rowOf, end)) {
      state[end] = SCANNED;
      scanned.push(end);
      reach(row, costOf(rows, columns, row, end) - read(price, end) - read(length, end));
      end = nearest(touched, state, length);
    }

    for (const column of scanned) price[column] = read(price, column) + read(length, column) - read(length, end);
    for (const column of touched) state[column] = FRESH;
    for (let column = end; ; ) {
      const row = read(before, column);
      const old = read(columnOf, row);
      rowOf[column] = row;
      columnOf[row] = column;
      if (row === start) break;
      column = old;
    }
  }
  return Array.from(columnOf, (column) => (column < columns ? column : undefined));
}

const FRESH = 0;
const TOUCHED = 1;
const SCANNED = 2;

function read(numbers: Float64Array | Int32Array, place: number): number {
  return numbers[place] ?? 0;
}

function costOf(rows: readonly (readonly Edge[])[], columns: number, row: number, column: number): number {
  if (column >= columns) return 0;
  const edge = rows[row]?.find((each) => each.column === column);
  return edge ? -edge.saving : 0;
}

function nearest(touched: readonly number[], state: Uint8Array, length: Float64Array): number {
  let best = -1;
  for (const column of touched) {
    if (state[column] === TOUCHED && (best === -1 || read(length, column) < read(length, best))) best = column;
  }
  return best;
}
