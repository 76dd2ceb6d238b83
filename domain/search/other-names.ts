import { z } from "zod";
import type { Looked, Part, Query } from "@/domain/search/query";
import { placesOf } from "@/domain/search/terms";

/** Names that stand for one thing: a person or group with its aliases, a place in the spellings of all its languages. */
export type NamesOfOne = readonly string[];

/** A name that was looked for, and other names of the same that are looked for with it. */
export const OtherNames = z.object({ said: z.string(), also: z.array(z.string()) });
export type OtherNames = z.infer<typeof OtherNames>;

/** So many other names of one thing are looked for, of so many words. */
const most = 12;
const mostWords = 6;

/** Whether a name is just what was looked for: the same words in their order, in any spelling that is found by them. */
export function isLookedFor({ places, prefix }: Looked, name: string): boolean {
  const here = placesOf(name);
  return (
    !prefix &&
    here.length === places.length &&
    here.every(({ terms }, nth) => terms.some((term) => places[nth]?.includes(term)))
  );
}

/** What may be looked for under other names: whole words and phrases that are wanted. */
export const nameable = ({ parts, narrowings }: Query): Looked[] =>
  [
    ...parts.flatMap((part) => (part.is === "any" ? part.of : part.not ? [] : [part.looked])),
    ...narrowings.flatMap((each) => (each.field === "place" || each.field === "source" ? each.looked : [])),
  ].filter(({ prefix }) => !prefix);

/** A query that also finds what it looks for under its other names, and which those are. */
export function withNames(query: Query, known: readonly NamesOfOne[]): { query: Query; names: OtherNames[] } {
  const names = new Map<string, Set<string>>();
  const all = (looked: Looked): Looked[] => {
    const others = othersOf(looked, known);
    if (others.length === 0) return [looked];
    const said = looked.places.map(([term]) => term ?? "").join(" ");
    names.set(said, new Set(others.map(({ name }) => name)));
    return [looked, ...others.map((other) => other.looked)];
  };
  const parts = query.parts.map((part): Part => {
    if (part.is === "any") return { is: "any", of: part.of.flatMap(all) };
    const found = part.not ? [part.looked] : all(part.looked);
    return found.length === 1 ? part : { is: "any", of: found };
  });
  const narrowings = query.narrowings.map((each) =>
    each.field === "place" || each.field === "source" ? { ...each, looked: each.looked.flatMap(all) } : each,
  );
  return { query: { parts, narrowings }, names: [...names].map(([said, also]) => ({ said, also: [...also] })) };
}

function othersOf(looked: Looked, known: readonly NamesOfOne[]): { name: string; looked: Looked }[] {
  const others = new Map<string, { name: string; looked: Looked }>();
  for (const names of known) {
    if (!names.some((name) => isLookedFor(looked, name))) continue;
    for (const name of names) {
      const places = placesOf(name).map(({ terms }) => terms);
      const key = places.map(([term]) => term).join(" ");
      const fits = places.length > 0 && places.length <= mostWords && key.length > 1;
      if (!fits || others.has(key) || others.size >= most || isLookedFor(looked, name)) continue;
      others.set(key, { name, looked: { places, prefix: false } });
    }
  }
  return [...others.values()];
}
