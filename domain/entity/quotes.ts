import { z } from "zod";
import { nameKey } from "@/domain/entity/name-key";
import { EntityId } from "@/domain/ids";

/** Somebody who quotes or is quoted: an entity, or an outlet that is none and is known by its name. */
export const QuoteEnd = z.object({ id: EntityId.optional(), name: z.string() });
export type QuoteEnd = z.infer<typeof QuoteEnd>;

const count = z.int().positive();

/** How often one quotes another: in how many claims, of how many reports. */
export const Quote = z.object({ from: QuoteEnd, to: QuoteEnd, claims: count, reports: count });
export type Quote = z.infer<typeof Quote>;

/** Who quotes whom, the most frequent first. */
export const Quotes = z.object({
  items: z.array(Quote),
  /** Whether there are more than these. */
  more: z.boolean(),
});
export type Quotes = z.infer<typeof Quotes>;

/** So many pairs are told. */
export const mostQuotes = 200;

type Outlet = { id: EntityId; names: readonly string[] };

/**
 * Gives outlets that reports name as text the entity that stands for them, and adds up pairs that are one by that.
 * Nobody quotes themselves.
 */
export function knownQuotes(quotes: readonly Quote[], outlets: readonly Outlet[]): Quote[] {
  const byKey = new Map(
    outlets.flatMap(({ id, names }) => names.map((name) => [nameKey(name), { id, names }] as const)),
  );
  const known = ({ id, name }: QuoteEnd): QuoteEnd => {
    const outlet = id === undefined ? byKey.get(nameKey(name)) : undefined;
    return outlet ? { id: outlet.id, name: outlet.names[0] ?? name } : { ...(id !== undefined && { id }), name };
  };
  const sums = new Map<string, Quote>();
  for (const { from, to, claims, reports } of quotes) {
    const pair = { from: known(from), to: known(to) };
    if (isSelf(pair.from, pair.to)) continue;
    const key = `${endKey(pair.from)} ${endKey(pair.to)}`;
    const before = sums.get(key);
    sums.set(key, {
      ...pair,
      claims: (before?.claims ?? 0) + claims,
      reports: (before?.reports ?? 0) + reports,
    });
  }
  return [...sums.values()].toSorted(
    (a, b) => b.claims - a.claims || a.from.name.localeCompare(b.from.name) || a.to.name.localeCompare(b.to.name),
  );
}

/** The same one; also an outlet known by its name alone, such as an organisation that publishes what it says itself. */
const isSelf = (from: QuoteEnd, to: QuoteEnd): boolean =>
  endKey(from) === endKey(to) || (from.id === undefined && nameKey(from.name) === nameKey(to.name));

const endKey = ({ id, name }: QuoteEnd): string => id ?? `"${nameKey(name)}"`;
