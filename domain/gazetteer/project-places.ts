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

/**
 * Finds those places of a project that a name may stand for: by the words they were mentioned with, or by a name of their
 * own. Their names are folded once, however many names are asked for then.
 */
export function fromProject(places: readonly ProjectPlace[]): (name: string) => FoundPlace[] {
  const byKey = new Map<string, ProjectPlace[]>();
  for (const each of places) {
    for (const key of new Set(names(each).map(nameKey))) {
      const same = byKey.get(key);
      if (same) same.push(each);
      else byKey.set(key, [each]);
    }
  }
  return (name) => {
    const key = nameKey(name);
    const found = key === "" ? [] : (byKey.get(key) ?? []);
    const each = found.map(({ place: { uncertaintyMetres: _, ...place }, featureType }): FoundPlace => {
      const type = place.featureType ?? featureType;
      return { ...place, layer: "project", ...(type && { featureType: type }) };
    });
    return [...new Map(each.map((place) => [spotOf(place), place])).values()];
  };
}

/** Places of one name at one point are one. */
export const spotOf = ({ id, name, latitude, longitude }: Pick<FoundPlace, "id" | "name" | "latitude" | "longitude">) =>
  id ?? `${nameKey(name)} ${latitude} ${longitude}`;
