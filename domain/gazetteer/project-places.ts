import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { nameKey } from "@/domain/gazetteer/name-key";
import type { PlaceCandidate } from "@/domain/gazetteer/place-candidate";

/** What a mention in the project was resolved to: its words, and the place. */
export interface ProjectPlace {
  readonly words: string;
  readonly featureType?: PlaceCandidate["featureType"];
  readonly place: PlaceCandidate;
}

const names = ({ words, place: { name, aliases = [] } }: Pick<ProjectPlace, "words" | "place">) => [
  words,
  name,
  ...aliases,
];

/** Those places of a project that a name may stand for: by the words they were mentioned with, or by a name of their own. */
export function fromProject(name: string, places: readonly ProjectPlace[]): FoundPlace[] {
  const key = nameKey(name);
  if (key === "") return [];
  const found = places.filter(({ words, place }) => names({ words, place }).some((each) => nameKey(each) === key));
  const each = found.map(({ place: { uncertaintyMetres: _, ...place }, featureType }): FoundPlace => {
    const type = place.featureType ?? featureType;
    return { ...place, layer: "project", ...(type && { featureType: type }) };
  });
  return [...new Map(each.map((place) => [spotOf(place), place])).values()];
}

/** Places of one name at one point are one. */
export const spotOf = ({ id, name, latitude, longitude }: Pick<FoundPlace, "id" | "name" | "latitude" | "longitude">) =>
  id ?? `${nameKey(name)} ${latitude} ${longitude}`;
