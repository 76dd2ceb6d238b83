import type { Row, Segment } from "./lines";

/** What is read together from top to bottom: a whole page, or a column of it. */
export interface Region {
  readonly rows: readonly Row[];
  readonly left: number;
  readonly right: number;
}

/** Rows on each side, and letters of a usual one: fewer are a table or a list, not columns of text. */
const ROWS = 3;
const LETTERS = 18;
const DEEPEST = 4;

/** Divides a page's rows into regions in the order in which they are read; `columns`: whether there are any. */
export function regionsOf(rows: readonly Row[], rightToLeft: boolean): { regions: Region[]; columns: boolean } {
  const regions = divided(rows, rightToLeft, 0);
  return { regions, columns: regions.length > 1 };
}

function divided(rows: readonly Row[], rightToLeft: boolean, depth: number): Region[] {
  if (depth < DEEPEST) {
    for (const border of bordersIn(rows)) {
      const bands = bandsAt(rows, border);
      if (!bands.some(({ sides }) => sides)) continue;
      return bands.flatMap(({ sides, rows: own }) => {
        if (!sides) return divided(own, rightToLeft, depth + 1);
        const ordered = rightToLeft ? sides.toReversed() : sides;
        return ordered.flatMap((side) => divided(side, rightToLeft, depth + 1));
      });
    }
  }
  const all = rows.flat();
  if (all.length === 0) return [];
  return [{ rows, left: Math.min(...all.map(({ left }) => left)), right: Math.max(...all.map(({ right }) => right)) }];
}

/** Where several lines begin, the most frequent first, without the leftmost edge. */
function bordersIn(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of rows.flat()) {
    const at = Math.round(left / 3) * 3;
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const edge = Math.min(...rows.flat().map(({ left }) => left));
  return [...counts]
    .filter(([at, count]) => count >= ROWS && at > edge + 30)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([at]) => at - 3);
}

interface Band {
  readonly rows: Row[];
  /** Left and right of the border, where the band is of columns. */
  sides?: [Row[], Row[]];
}

/** Rows that follow each other: those that something crosses the border in, and those that nothing does. */
function bandsAt(rows: readonly Row[], border: number): Band[] {
  const bands: (Band & { crossed: boolean })[] = [];
  for (const row of rows) {
    const crossed = row.some(({ left, right }) => left < border - 1 && right > border + 1);
    const last = bands.at(-1);
    if (last?.crossed === crossed) last.rows.push(row);
    else bands.push({ rows: [row], crossed });
  }
  for (const band of bands) {
    if (band.crossed) continue;
    const left = band.rows.map((row) => row.filter((each) => each.left < border)).filter((row) => row.length > 0);
    const right = band.rows.map((row) => row.filter((each) => each.left >= border)).filter((row) => row.length > 0);
    if (isText(left) && isText(right)) band.sides = [left, right];
  }
  return bands;
}

function isText(rows: readonly Row[]): boolean {
  const lengths = rows.map((row) => row.map(({ text }: Segment) => text).join(" ").length).toSorted((a, b) => a - b);
  return rows.length >= ROWS && (lengths[lengths.length >> 1] ?? 0) >= LETTERS;
}
