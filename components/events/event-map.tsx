"use client";

import { lazy, Suspense, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { MapThing } from "@/components/map/thing";
import { Skeleton } from "@/components/ui/skeleton";
import type { Event } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";
import { mapPrecision } from "@/domain/map/precision";

const PlaceMap = lazy(() => import("@/components/map/place-map").then((all) => ({ default: all.PlaceMap })));

/** Where an event happened, and the places of its claims, each leading to its words. */
export function EventMap({ event, members }: { event: Event; members: readonly Evidence[] }) {
  const t = useTranslations("events.map");
  const things = useMemo(() => thingsOf(event, members), [event, members]);
  if (!things.some(({ point }) => point)) return null;
  return (
    <section aria-labelledby="map">
      <h2 id="map" className="headline mb-3 text-lead">
        {t("title")}
      </h2>
      <p className="mb-3 text-small text-ink-3">{t("lead", { name: event.derived.place.name ?? "none" })}</p>
      <Suspense fallback={<Skeleton className="h-80 w-full" />}>
        <PlaceMap narrow projectId={event.projectId} things={things} attribution={gazetteerAttribution} what="places" />
      </Suspense>
    </section>
  );
}

/** What a person chose in place of the claims’ places stands first; the rest once, however many claims share it. */
function thingsOf(event: Event, members: readonly Evidence[]): MapThing[] {
  const { chosen, name, latitude, longitude, geoPrecision = 3 } = event.derived.place;
  const set: MapThing[] =
    chosen === undefined || name === undefined || latitude === undefined || longitude === undefined
      ? []
      : [
          {
            ...{ id: event.id, name, words: chosen, state: event.state, precision: geoPrecision },
            ...{ href: `/projects/${event.projectId}/events/${event.id}`, point: { latitude, longitude } },
          },
        ];
  const places = members.flatMap(({ reportId, reportTitle, places: all }) =>
    all.map((place): [string, MapThing] => [
      place.id,
      {
        ...{ id: place.id, name: place.name ?? place.words, words: place.words, state: "accepted" },
        ...{ precision: mapPrecision(place), href: `/reports/${reportId}?tag=${place.id}`, detail: reportTitle },
        ...(place.featureType && { featureType: place.featureType }),
        ...(place.latitude !== undefined &&
          place.longitude !== undefined && { point: { latitude: place.latitude, longitude: place.longitude } }),
      },
    ]),
  );
  return [...set, ...new Map(places).values()];
}
