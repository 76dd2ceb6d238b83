/** The border between two cells, in pixels. */
const GAP = 1;

/**
 * How many cells stand in each row, so that every row is full and none is much longer than another: as few rows as the
 * cells' own `widths` allow in the room there is, all in pixels. One row needs no more than that they all fit.
 */
export function evenRows(widths: readonly number[], room: number): number[] {
  const sum = widths.reduce((all, width) => all + width, 0) + GAP * (widths.length - 1);
  if (widths.length < 2 || sum <= room || room <= 0) return [widths.length];
  for (let rows = 2; rows < widths.length; rows++) {
    const sizes = split(widths.length, rows);
    // One cell alone under a row of two would look forgotten.
    const isRagged = new Set(sizes).size > 1 && sizes.at(-1) === 1;
    if (!isRagged && fits(widths, sizes, room)) return sizes;
  }
  return widths.map(() => 1);
}

/** As even as can be, the longer rows first. */
function split(count: number, rows: number): number[] {
  const longer = count % rows;
  return Array.from({ length: rows }, (_, at) => Math.floor(count / rows) + (at < longer ? 1 : 0));
}

function fits(widths: readonly number[], sizes: readonly number[], room: number): boolean {
  let at = 0;
  return sizes.every((size) => {
    const widest = Math.max(...widths.slice(at, at + size));
    at += size;
    return widest <= (room - GAP * (size - 1)) / size;
  });
}

/** The columns of a grid in which rows of these sizes are all full, and how many of them each cell takes. */
export function columnsOf(sizes: readonly number[]): { columns: number; spans: number[] } {
  const columns = sizes.reduce((all, size) => leastCommonMultiple(all, size), 1);
  return { columns, spans: sizes.flatMap((size) => Array.from({ length: size }, () => columns / size)) };
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
const leastCommonMultiple = (a: number, b: number) => (a * b) / greatestCommonDivisor(a, b);
