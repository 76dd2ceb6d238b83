import type { Looked, Query } from "@/domain/search/query";
import { type Place, placesOf } from "@/domain/search/terms";

/** Part of a text around what was looked for. `marks` are UTF-16 units of `text`; `at` is where the first one starts in the whole. */
export type Excerpt = {
  text: string;
  marks: { start: number; end: number }[];
  before: boolean;
  after: boolean;
  at: number | null;
};

/** Everything a query wants to be there, as it may be marked in a text. */
export const wantedIn = ({ parts }: Pick<Query, "parts">): Looked[] =>
  parts.flatMap((part) => (part.is === "any" ? part.of : part.not ? [] : [part.looked]));

/** Places of a text where something looked for stands, in order, without overlaps (UTF-16 units). */
export function matchesIn(places: readonly Place[], wanted: readonly Looked[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let nth = 0; nth < places.length; nth += 1) {
    const length = longestAt(places, nth, wanted);
    const [first, last] = [places[nth], places[nth + length - 1]];
    if (length === 0 || !first || !last) continue;
    found.push({ start: first.start, end: last.end });
    nth += length - 1;
  }
  return found;
}

/** How many places from here on are something that was looked for; 0 where they are nothing. */
function longestAt(places: readonly Place[], nth: number, wanted: readonly Looked[]): number {
  let longest = 0;
  for (const looked of wanted) {
    if (looked.places.length > longest && standsAt(places, nth, looked)) longest = looked.places.length;
  }
  return longest;
}

function standsAt(places: readonly Place[], nth: number, { places: sought, prefix }: Looked): boolean {
  for (let step = 0; step < sought.length; step += 1) {
    const here = places[nth + step]?.terms;
    if (!here) return false;
    const asPrefix = prefix && step === sought.length - 1;
    if (!sought[step]?.some((term) => meets(here, term, asPrefix))) return false;
  }
  return sought.length > 0;
}

const meets = (here: readonly string[], term: string, asPrefix: boolean) =>
  asPrefix ? here.some((each) => each.startsWith(term)) : here.includes(term);

/** UTF-16 units of an excerpt, about. */
const width = 240;

/** The part of a text that holds most of what was looked for, cut between words; its beginning where nothing is found. */
export function excerptOf(text: string, wanted: readonly Looked[]): Excerpt {
  const places = placesOf(text);
  const matches = matchesIn(places, wanted);
  const best = matches.toSorted((a, b) => weight(matches, b) - weight(matches, a) || a.start - b.start)[0];
  const from = best ? cutAt(places, best.start - width / 3) : 0;
  const to = text.length - from <= width * 1.2 ? text.length : endAt(places, from + width, text.length);
  const inside = matches.filter(({ start, end }) => start >= from && end <= to);
  return {
    text: text.slice(from, to),
    marks: inside.map(({ start, end }) => ({ start: start - from, end: end - from })),
    before: from > 0,
    after: to < text.length,
    at: inside[0]?.start ?? null,
  };
}

/** How many other matches an excerpt around this one would show. */
const weight = (matches: readonly { start: number }[], { start }: { start: number }) =>
  matches.filter((other) => other.start >= start && other.start < start + (width * 2) / 3).length;

function cutAt(places: readonly Place[], from: number): number {
  if (from <= 0) return 0;
  return places.find(({ start }) => start >= from)?.start ?? 0;
}

function endAt(places: readonly Place[], to: number, length: number): number {
  if (to >= length) return length;
  return places.findLast(({ end }) => end <= to)?.end ?? to;
}
