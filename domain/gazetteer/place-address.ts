import type { PlaceCandidate } from "@/domain/gazetteer/place-candidate";

/** By what a place is known: its id in a gazetteer, or its name and point where a project set it itself. */
export type PlaceAddress =
  | { id: string }
  | { name: string; latitude?: number | undefined; longitude?: number | undefined };

type Located = { [Field in "id" | "name" | "latitude" | "longitude"]?: PlaceCandidate[Field] | undefined } & {
  name: string;
};

/** Half of a pair of coordinates is none. */
export function placeAddressOf({ id, name, latitude, longitude }: Located): PlaceAddress {
  if (id !== undefined) return { id };
  return latitude === undefined || longitude === undefined ? { name } : { name, latitude, longitude };
}

/** Where a project's page of a place is. */
export function placeHref(projectId: string, place: Located): string {
  const said = Object.entries(placeAddressOf(place)).filter(([, value]) => value !== undefined);
  const query = said.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&");
  return `/projects/${projectId}/map/place?${query}`;
}
