import { namedIn } from "@/domain/gazetteer/cues";
import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { preselected, ranked, type Surroundings } from "@/domain/gazetteer/rank";
import type { PlaceAttributes } from "@/domain/tag/place";
import { arabicPlaceNames } from "./arabic-places";
import { type DescribedPlace, describedPlaces } from "./described-places";
import { type PlaceName, type PlaceRule, placeNames } from "./place-names";
import type { Context, Reason } from "./proposal";

/** A place of a text as it is proposed; UTF-16 units. */
export interface PlaceIn {
  readonly start: number;
  readonly end: number;
  readonly attributes: PlaceAttributes;
  readonly score: number;
  readonly reason: Reason;
}

const scores: Record<PlaceRule | DescribedPlace["rule"], number> = {
  ...{
    country: 0.9,
    "world-region": 0.85,
    trigger: 0.95,
    preposition: 0.85,
    gazetteer: 0.7,
    "in-a-row": 0.7,
    again: 0.8,
  },
  ...{ site: 0.6, "with-area": 0.9, "part-of-name": 0.5, "short-form": 0.6, unknown: 0.5 },
  ...{ direction: 0.9, road: 0.85, "part-of-area": 0.75, beside: 0.7, numbered: 0.7, infrastructure: 0.5 },
};
/** Other candidates that stay with a tag. */
const MOST = 5;

/** The places that a text names or describes, each with what it may be, by the words around it. */
export function placesIn(text: string, language: string, { places, countries }: Context): PlaceIn[] {
  if (/^ar\b/i.test(language)) {
    const around = { among: { countries, near: [] }, choices: new Map() };
    return arabicPlaceNames(text, places).map((name) => resolved(text, name, around));
  }
  if (!/^en\b/i.test(language)) return [];
  const names = placeNames(text, places);
  const among = { countries: countries.length > 0 ? countries : homeOf(names), near: [] };
  const around = { among, choices: new Map() };
  const described = describedPlaces(text, names).map((each) => describedAs(text, each));
  return [...names.map((name) => resolved(text, name, around)), ...described].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** Where no country of interest is named: the country in which most of the text's names lie that are in one country only. */
function homeOf(names: readonly PlaceName[]): string[] {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { text, known } of names) {
    const countries = new Set(known.map(({ country }) => country));
    const [only] = countries;
    if (countries.size !== 1 || only === undefined || seen.has(text)) continue;
    seen.add(text);
    counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first && first[1] >= 2 && first[1] > (second?.[1] ?? 0) ? [first[0]] : [];
}

type Around = { among: Surroundings; choices: Choices };

function resolved(text: string, name: PlaceName, around: Around): PlaceIn {
  const { start, end, rule, known } = name;
  const [prefix, suffix] = [text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32)];
  const cue = namedIn(name.text, prefix, suffix).featureType;
  const isCountry = rule === "country";
  const featureType = isCountry ? "country" : cue === "region" ? undefined : cue;
  const { candidates, located } = chosen(known, featureType, around);
  const others = candidates.filter((each) => each !== located && each.layer !== "guess").slice(0, MOST);
  const type = located?.featureType ?? featureType ?? cue;
  const attributes: PlaceAttributes = {};
  if (type) attributes.featureType = type;
  if (located) attributes.located = candidateOf(located);
  if (located === undefined && others.length > 1) attributes.resolution = "ambiguous";
  if (others.length > 0) attributes.candidates = others.map(candidateOf);
  if (rule === "part-of-name") attributes.partOfName = true;
  if (rule === "site" && !type) attributes.featureType = "facility";
  if (rule === "world-region") attributes.featureType = "region";
  const words = wordsAround(text, start, end);
  const isMissing = known.length === 0 && rule !== "site" && rule !== "world-region";
  const reason = isMissing ? { rule, words, missing: "gazetteer" } : { rule, words };
  return { start, end, attributes, score: scores[rule], reason };
}

/** A name stands in a text many times: what it may be is the same each time that the words around it say the same. */
type Choices = Map<PlaceName["known"], Map<FoundPlace["featureType"], Chosen>>;
type Chosen = { candidates: readonly FoundPlace[]; located: FoundPlace | undefined };

function chosen(known: PlaceName["known"], featureType: FoundPlace["featureType"], { among, choices }: Around): Chosen {
  const before = choices.get(known) ?? new Map<FoundPlace["featureType"], Chosen>();
  choices.set(known, before);
  const same = before.get(featureType);
  if (same) return same;
  const around = featureType ? { ...among, featureType } : among;
  const candidates = ranked(known, around);
  const found = { candidates, located: preselected(candidates, around) };
  before.set(featureType, found);
  return found;
}

function candidateOf({
  layer: _l,
  population: _p,
  distanceKm: _d,
  otherNames: _o,
  ...candidate
}: FoundPlace): NonNullable<PlaceAttributes["located"]> {
  return candidate;
}

function describedAs(text: string, { start, end, rule, featureType, direction, nodes }: DescribedPlace): PlaceIn {
  const attributes: PlaceAttributes = {};
  if (featureType) attributes.featureType = featureType;
  if (direction) attributes.direction = direction;
  if (nodes) attributes.nodes = [...new Set(nodes)].slice(0, 20);
  return { start, end, attributes, score: scores[rule], reason: { rule, words: text.slice(start, end).slice(0, 120) } };
}

const WORD_BEFORE = /[\p{L}\p{N}]+[^\p{L}\p{N}]{0,3}$/u;
const WORD_AFTER = /^ [\p{L}\p{N}]+/u;

/** The word before and the one after, by which most rules go. */
function wordsAround(text: string, start: number, end: number): string {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? "";
  const after = text[end] === " " ? (WORD_AFTER.exec(text.slice(end, end + 20))?.[0] ?? "") : "";
  return `${before}${text.slice(start, end)}${after}`;
}
