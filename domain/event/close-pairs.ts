/** An event as far as it can be compared with another one by type, days and place. */
export type Placed = {
  id: string;
  title: string;
  type: string;
  from: string;
  to: string;
  latitude: number;
  longitude: number;
};
export type ClosePair = { one: Pick<Placed, "id" | "title">; other: Pick<Placed, "id" | "title">; kilometres: number };

/** Kilometres and days within which two events of one type may be one. */
export const close = { kilometres: 10, days: 1 } as const;

const radius = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres along the surface of the earth. */
export function kilometresBetween(
  one: Pick<Placed, "latitude" | "longitude">,
  other: Pick<Placed, "latitude" | "longitude">,
): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const half = (from: number, to: number) => Math.sin((to - from) / 2) ** 2;
  const across = half(radians(one.longitude), radians(other.longitude));
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(half(a, b) + Math.cos(a) * Math.cos(b) * across)));
}

const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Pairs of the same type whose dates overlap by a day more or less and that lie within ten kilometres: one event told twice, or two. */
export function closePairs(events: readonly Placed[], most = 200): ClosePair[] {
  const sorted = events.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const pairs: ClosePair[] = [];
  for (const [at, one] of sorted.entries()) {
    const until = later(one.to, close.days);
    for (let nth = at + 1; nth < sorted.length && pairs.length < most; nth += 1) {
      const other = sorted[nth];
      if (!other || other.from > until) break;
      if (other.type !== one.type) continue;
      const kilometres = kilometresBetween(one, other);
      if (kilometres <= close.kilometres)
        pairs.push({ one: { id: one.id, title: one.title }, other: { id: other.id, title: other.title }, kilometres });
    }
  }
  return pairs;
}
