import type { Quote, QuoteEnd } from "@/domain/entity/quotes";

/** Somebody in the picture: in which of three columns, and the nth from the top. */
export type Spot = { key: string; end: QuoteEnd; column: 0 | 1 | 2; row: number; claims: number };
export type Line = { from: string; to: string; claims: number };

/** More than these in a column are only in the table. */
const mostRows = 20;

const keyOf = ({ id, name }: QuoteEnd) => id ?? name;

/**
 * Who quotes on the left, who is quoted on the right, and who does both between them; in each column the most frequent
 * first, by name where they are equal, so that the same quotes always make the same picture.
 */
export function pictureOf(quotes: readonly Quote[]): { spots: Spot[]; lines: Line[] } {
  const ends = new Map<string, { end: QuoteEnd; quotes: number; quoted: number }>();
  const at = (end: QuoteEnd) => {
    const known = ends.get(keyOf(end)) ?? { end, quotes: 0, quoted: 0 };
    ends.set(keyOf(end), known);
    return known;
  };
  for (const { from, to, claims } of quotes) {
    at(from).quotes += claims;
    at(to).quoted += claims;
  }
  const spots = ([0, 1, 2] as const).flatMap((column) =>
    [...ends.entries()]
      .map(([key, { end, quotes: out, quoted }]) => ({
        key,
        end,
        claims: out + quoted,
        is: out > 0 ? (quoted > 0 ? 1 : 0) : 2,
      }))
      .filter(({ is }) => is === column)
      .toSorted((a, b) => b.claims - a.claims || a.end.name.localeCompare(b.end.name) || a.key.localeCompare(b.key))
      .slice(0, mostRows)
      .map(({ key, end, claims }, row): Spot => ({ key, end, column, row, claims })),
  );
  const drawn = new Set(spots.map(({ key }) => key));
  const lines = quotes
    .map(({ from, to, claims }) => ({ from: keyOf(from), to: keyOf(to), claims }))
    .filter(({ from, to }) => drawn.has(from) && drawn.has(to));
  return { spots, lines };
}
