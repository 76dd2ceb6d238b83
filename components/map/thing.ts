import { placeHref } from "@/domain/gazetteer/place-address";
import type { MapEvent, MapPlace, MapPlaces } from "@/domain/map/on-map";
import { mapPrecision } from "@/domain/map/precision";
import type { Mapped, Spot } from "@/domain/map/spots";

/** Something on a map with what the list beside it says: whose words it leads to, and where they stand. */
export interface MapThing extends Mapped {
  readonly words: string;
  readonly href: string;
  readonly detail?: string;
  readonly featureType?: MapPlace["featureType"];
  /** The page of the place itself. */
  readonly page?: string;
}

export type ThingSpot = Spot<MapThing>;

/** Places that reports name, each leading to its words in the reader. */
export const placeThings = (projectId: string, { items, reports }: Pick<MapPlaces, "items" | "reports">): MapThing[] =>
  items.map((place) => {
    const { id, reportId, words, name, state, latitude, longitude, featureType, uncertaintyMetres, placeId } = place;
    return {
      ...{ id, words, state, name: name ?? words, precision: mapPrecision(place) },
      href: `/reports/${reportId}?tag=${id}`,
      ...(reports[reportId] !== undefined && { detail: reports[reportId] }),
      ...(latitude !== undefined && longitude !== undefined && { point: { latitude, longitude } }),
      ...(featureType && { featureType }),
      ...(name !== undefined && { page: placeHref(projectId, { id: placeId, name, latitude, longitude }) }),
      ...(uncertaintyMetres !== undefined && { uncertaintyMetres }),
    };
  });

/** Events at their places, each leading to its page. */
export const eventThings = (projectId: string, events: readonly MapEvent[]): MapThing[] =>
  events.map(({ id, title, state, from, to, place }) => {
    const { name, words, latitude, longitude, geoPrecision = 3 } = place;
    const days = [...new Set([from, to])].filter(Boolean).join(" – ");
    return {
      ...{ id, words: title, state, name: name ?? words ?? title, precision: geoPrecision },
      href: `/projects/${projectId}/events/${id}`,
      ...(days && { detail: days }),
      ...(latitude !== undefined && longitude !== undefined && { point: { latitude, longitude } }),
    };
  });
