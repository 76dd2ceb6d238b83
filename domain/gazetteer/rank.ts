import type { FoundPlace, LookUpLayer } from "@/domain/gazetteer/found-place";
import { lookUpLayers } from "@/domain/gazetteer/found-place";
import { distanceKm, type Point } from "@/domain/gazetteer/point";

/** What is known of the report a name stands in. */
export interface Surroundings {
  /** The project's countries of interest. */
  readonly countries: readonly string[];
  /** Where the report's other places are. */
  readonly near: readonly Point[];
  /** What the words around the name say it is; a place of another type is not meant then. */
  readonly featureType?: FoundPlace["featureType"];
}

const order = new Map<LookUpLayer, number>(lookUpLayers.map((layer, at) => [layer, at]));

/**
 * Candidates in the order in which a person should see them: by how they were found, the feature type that the words ask
 * for, the countries of interest, then by people and distance together.
 */
export function ranked(
  candidates: readonly FoundPlace[],
  { countries, near, featureType }: Surroundings,
): FoundPlace[] {
  const sorted = candidates.map((place) => {
    const { latitude, longitude } = place;
    const distances =
      latitude === undefined || longitude === undefined
        ? []
        : near.map((point) => distanceKm(point, { latitude, longitude }));
    const away = distances.length > 0 ? Math.min(...distances) : undefined;
    const wanted = place.country !== undefined && countries.includes(place.country);
    const rank = [
      order.get(place.layer) ?? 0,
      featureType !== undefined && place.featureType !== featureType ? 1 : 0,
      wanted ? 0 : 1,
      -Math.log10(10 + weightOf(place)) + Math.log10(10 + (away ?? 0)),
    ];
    return { place: away === undefined ? place : { ...place, distanceKm: Math.round(away) }, rank };
  });
  return sorted.toSorted((a, b) => compare(a.rank, b.rank)).map(({ place }) => place);
}

/** People count less for an area than for a town: without a word for it, a name is rather that of the town. */
const weightOf = ({ featureType, population = 0 }: FoundPlace) => population / (areaWeights[featureType ?? ""] ?? 1);
const areaWeights: Record<string, number> = { province: 20, district: 40 };

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** How many times more people the first of two must have to be meant without a further sign. */
const FAR_MORE = 8;
/** Kilometres within which a candidate counts as being where the report is. */
const CLOSE = 300;

/**
 * The one of the ranked candidates that may be chosen before a person has looked: of the feature type the words ask for,
 * found by its letters or by another spelling, and without a rival. Never a guess.
 */
export function preselected(candidates: readonly FoundPlace[], surroundings: Surroundings): FoundPlace | undefined {
  const [first] = candidates;
  if (!first || first.layer === "guess") return undefined;
  const { featureType } = surroundings;
  if (featureType !== undefined && first.featureType !== featureType) return undefined;
  const rivals = candidates.slice(1).filter((each) => rivalsOf(first, each, surroundings));
  if (rivals.length === 0) return isAtHome(first, surroundings) || candidates.length === 1 ? first : undefined;
  if (rivals.some((each) => each.featureType !== first.featureType)) return undefined;
  const next = Math.max(...rivals.map(({ population = 0 }) => population));
  return (first.population ?? 0) >= FAR_MORE * Math.max(1000, next) ? first : undefined;
}

function rivalsOf(first: FoundPlace, other: FoundPlace, surroundings: Surroundings): boolean {
  if (other.layer !== first.layer) return false;
  // Without a word for it, a town and the province of its name are both possible, and neither is chosen.
  if (
    surroundings.featureType === undefined ? other.featureType === "district" : other.featureType !== first.featureType
  )
    return false;
  return isAtHome(other, surroundings) || !isAtHome(first, surroundings);
}

/** Where the report or the project is; everything is where nothing is known of either. */
function isAtHome({ country, distanceKm: away }: FoundPlace, { countries, near }: Surroundings): boolean {
  if (countries.length > 0) return country !== undefined && countries.includes(country);
  return near.length === 0 || (away !== undefined && away <= CLOSE);
}
