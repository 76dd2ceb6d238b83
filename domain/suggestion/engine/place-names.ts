import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { type Candidate, candidatesIn, isCountry, isSite, type Known } from "./place-candidates";
import {
  BODY_AFTER,
  BODY_BEFORE,
  DEMONYM,
  NO_PLACE,
  STANDS_FOR,
  STRONG_BEFORE,
  SURE_AFTER,
  SURE_BEFORE,
  TITLE_BEFORE,
  TRIGGER_AFTER,
  TRIGGER_BEFORE,
  WEAK_BEFORE,
  WORLD_REGIONS,
} from "./place-words";

export const placeRules = [
  ...([
    "country",
    "world-region",
    "site",
    "trigger",
    "preposition",
    "gazetteer",
    "in-a-row",
    "with-area",
    "part-of-name",
    "short-form",
    "again",
  ] as const),
  "unknown",
] as const;
export type PlaceRule = (typeof placeRules)[number];

/** A name of a place, in UTF-16 units, and by which rule it was taken for one. */
export interface PlaceName {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rule: PlaceRule;
  readonly known: readonly FoundPlace[];
}

/** People in a town that is known by its name alone, without a word beside it that says so. */
const LARGE = 150_000;
/** People in one that stands after a word which may also stand before a person. */
const MIDDLING = 5000;

/**
 * The names of places in a text. A name counts by what the gazetteer has and by what stands beside it: a preposition, a
 * word like "town", another place in the same list; what was a place once in the text is one each time, unless it is the
 * name of somebody there.
 */
export function placeNames(text: string, places: Known): PlaceName[] {
  const candidates = candidatesIn(text, places);
  const people = new Set(candidates.filter(({ ofPerson }) => ofPerson).map((each) => each.text));
  const first = candidates.flatMap((each) => judged(each, text, people) ?? []);
  const rows = inRows(text, candidates, first);
  const sure = [...first, ...rows];
  const more = [...again(text, candidates, sure, people), ...shortForms(text, sure), ...countriesInside(sure, places)];
  const all = [...sure, ...more].toSorted((a, b) => a.start - b.start || b.end - a.end);
  return withAreas(text, all);
}

const named = ({ start, end, text, known }: Candidate, rule: PlaceRule): PlaceName => ({
  start,
  end,
  text,
  rule,
  known,
});

function judged(candidate: Candidate, text: string, people: ReadonlySet<string>): PlaceName | undefined {
  const { start, end, known, opens } = candidate;
  const name = candidate.text;
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 30);
  if (STANDS_FOR.test(before)) return undefined;
  if (known.some(isCountry) && name.length > 1) return named(candidate, "country");
  if (WORLD_REGIONS.has(name) && !isOfBody(text, candidate)) return named(candidate, "world-region");
  if (/^\p{Lu}$/u.test(name) || NO_PLACE.has(name) || TITLE_BEFORE.test(before)) return undefined;
  if (candidate.size > 1 && isSite(name, name.split(/ (?:(?:of|and|&) )?|-/))) return named(candidate, "site");
  const isTown = known.length > 0 && (TRIGGER_BEFORE.test(before) || TRIGGER_AFTER.test(after));
  const whole =
    known.length === 0 && SURE_BEFORE.test(before) ? (/^(?: \p{Lu}[\p{L}\p{M}’'-]+){1,2}/u.exec(after)?.[0] ?? "") : "";
  if (whole) return { start, end: end + whole.length, text: name + whole, rule: "trigger", known };
  if (!DEMONYM.test(name) && (isTown || SURE_BEFORE.test(before) || SURE_AFTER.test(after)))
    return named(candidate, "trigger");
  if (isOfBody(text, candidate)) {
    return BODY_AFTER.test(after) && known.some(isLargeTown) ? named(candidate, "part-of-name") : undefined;
  }
  const rule = byPreposition(candidate, before, people);
  if (rule) return named(candidate, rule);
  if (people.has(name)) return undefined;
  if (known.some(({ layer }) => layer === "project")) return named(candidate, "gazetteer");
  return !opens && known.some(isLargeTown) ? named(candidate, "gazetteer") : undefined;
}

const isLargeTown = ({ layer, population = 0 }: FoundPlace) => layer === "letters" && population >= LARGE;

const NEARBY = /(?:near|towards?|via|outside) $/i;
const ARTICLE = /^(?:al|el|ar|as|ash|az|ad|at|an|ez|es)-/;

const isMiddling = ({ layer, population = 0, featureType }: FoundPlace) =>
  layer === "project" || (layer === "letters" && (population >= MIDDLING || featureType === "province"));

function byPreposition(
  { text: name, known }: Candidate,
  before: string,
  people: ReadonlySet<string>,
): "preposition" | "unknown" | undefined {
  const isStrong = STRONG_BEFORE.test(before);
  if (people.has(name) && !/(?:^|\s)in $/.test(before)) return undefined;
  if (known.length > 0 && isStrong) return "preposition";
  const isWeak = WEAK_BEFORE.test(before);
  if (isWeak && known.some(isMiddling)) return "preposition";
  if (ARTICLE.test(name) && (isStrong || isWeak)) return "unknown";
  return isStrong && NEARBY.test(before) && !DEMONYM.test(name) ? "unknown" : undefined;
}

/** Part of the name of a body or a person: another capital word stands right beside it. */
function isOfBody(text: string, { start, end, ofPerson }: Candidate): boolean {
  if (ofPerson || BODY_AFTER.test(text.slice(end, end + 30))) return true;
  return BODY_BEFORE.test(text.slice(Math.max(0, start - 40), start));
}

const BETWEEN = /^(?:,? (?:and|or) (?:the )?| ?, |-| in |\/)$/;

/** What stands in one row with places: "Sudan, Iran and X", the parts of a road's name, "X in Hama". */
function inRows(text: string, candidates: readonly Candidate[], found: readonly PlaceName[]): PlaceName[] {
  const rows: PlaceName[] = [];
  const starts = new Set(found.map(({ start }) => start));
  const fits = (each: Candidate, gap: string, loose: string) =>
    BETWEEN.test(gap) && (each.known.length > 0 || (gap === loose && !DEMONYM.test(each.text)));
  candidates.forEach((each, at) => {
    if (starts.has(each.start) || NO_PLACE.has(each.text) || each.text.length < 3 || isOfBody(text, each)) return;
    const [previous, next] = [candidates[at - 1], candidates[at + 1]];
    const forward =
      next &&
      starts.has(next.start) &&
      (fits(each, text.slice(each.end, next.start), " in ") || text.slice(each.end, next.start) === "-");
    const back = previous && starts.has(previous.start) && fits(each, text.slice(previous.end, each.start), "-");
    if (!(forward || back) || (each.opens && each.known.length === 0)) return;
    rows.push({ start: each.start, end: each.end, text: each.text, rule: "in-a-row", known: each.known });
    starts.add(each.start);
  });
  return rows;
}

function again(
  text: string,
  candidates: readonly Candidate[],
  found: readonly PlaceName[],
  people: ReadonlySet<string>,
): PlaceName[] {
  const names = new Set(found.map((each) => each.text));
  const starts = new Set(found.map(({ start }) => start));
  return candidates
    .filter((each) => names.has(each.text) && !starts.has(each.start) && !people.has(each.text))
    .filter((each) => !isOfBody(text, each) && !STANDS_FOR.test(text.slice(Math.max(0, each.start - 8), each.start)))
    .map(({ start, end, text: name, known }) => ({ start, end, text: name, rule: "again", known }));
}

/** "Kennedy Space Center (KSC)", and KSC from then on. */
function shortForms(text: string, found: readonly PlaceName[]): PlaceName[] {
  return found.flatMap(({ end, text: name, known, rule }) => {
    if (rule !== "site" || text[end] !== " ") return [];
    const short = /^ \( ?(\p{Lu}{2,6}) ?\)/u.exec(text.slice(end, end + 12))?.[1];
    const initials = name.replace(/[^\p{Lu}]/gu, "");
    if (short === undefined || short !== initials) return [];
    const all = text.matchAll(new RegExp(String.raw`(?<![\p{L}\p{N}])${short}(?![\p{L}\p{N}])`, "gu"));
    return [...all].map(({ index }): PlaceName => {
      return { start: index, end: index + short.length, text: short, rule: "short-form", known };
    });
  });
}

/** A country at the beginning of a site's name is a place of its own: "US National Park". */
function countriesInside(found: readonly PlaceName[], places: Known): PlaceName[] {
  return found.flatMap(({ start, text: name, rule }) => {
    const first = rule === "site" ? (/^\S+/.exec(name)?.[0] ?? "") : "";
    const known = places.get(first) ?? [];
    return known.some(isCountry)
      ? [{ start, end: start + first.length, text: first, rule: "country" as const, known }]
      : [];
  });
}

/** "Houston, Texas" is one place, and Texas another. */
function withAreas(text: string, names: readonly PlaceName[]): PlaceName[] {
  return names.map((each, at) => {
    const next = names[at + 1];
    if (!next || !/^ ?, $/.test(text.slice(each.end, next.start)) || !each.known.some((place) => liesIn(place, next)))
      return each;
    return { ...each, end: next.end, text: text.slice(each.start, next.end), rule: "with-area" };
  });
}

function liesIn(place: FoundPlace, area: PlaceName): boolean {
  return area.known.some(({ featureType, country, name, layer }) => {
    if (layer === "guess" || place.country !== country || place.featureType === "country") return false;
    return (
      featureType === "country" ||
      (featureType === "province" && place.featureType !== "province" && place.admin1 === name)
    );
  });
}
