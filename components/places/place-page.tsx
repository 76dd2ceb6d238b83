"use client";

import Link from "next/link";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Acceptance } from "@/components/entities/acceptance";
import { PlacedList } from "@/components/entities/placed-list";
import { quoteOf } from "@/components/entities/quote-of";
import { PlaceMap } from "@/components/map/place-map";
import type { MapThing } from "@/components/map/thing";
import { ClaimsByMonth } from "@/components/places/claims-by-month";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { PlaceCandidate } from "@/domain/gazetteer/place-candidate";
import type { PlacePage as Place } from "@/domain/map/place-page";
import { mapPrecision } from "@/domain/map/precision";

/** A place: where it is, where it is named, what is said to have happened there, and how that was judged. */
export function PlacePage({ projectId, page }: { projectId: string; page: Place }) {
  const t = useTranslations("map.place");
  const { place, mentions, claims, more } = page;
  const map = <ButtonLink href={`/projects/${projectId}/map`}>{t("toMap")}</ButtonLink>;
  if (!place)
    return (
      <Page title={t("noneTitle")} actions={map}>
        <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>
      </Page>
    );
  const { admin2, admin1, country } = place;
  return (
    <Page title={place.name} lead={<bdi>{[admin2, admin1, country].filter(Boolean).join(", ")}</bdi>} actions={map}>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-10">
          <PlacedList
            id="claims"
            kind="claim"
            title={t("claims")}
            empty={t("claimsEmpty")}
            count={more.claims ? t("newest", { count: claims.length }) : t("claimsCount", { count: claims.length })}
            places={claims}
          />
          <Events projectId={projectId} page={page} />
          <PlacedList
            id="mentions"
            kind="place"
            title={t("mentions")}
            empty={t("mentionsEmpty")}
            count={
              more.mentions ? t("newest", { count: mentions.length }) : t("mentionsCount", { count: mentions.length })
            }
            places={mentions}
          />
        </div>
        <div className="min-w-0 space-y-10">
          <Where projectId={projectId} page={page} place={place} />
          <Facts place={place} spellings={page.spellings} />
          <Acceptance decided={page.decided} />
          <ClaimsByMonth months={page.months} />
        </div>
      </div>
    </Page>
  );
}

/** Where it is, as the project's map draws it; its list leads to the mentions. */
function Where({ projectId, page, place }: { projectId: string; page: Place; place: PlaceCandidate }) {
  const t = useTranslations("map.place");
  const { latitude, longitude, name } = place;
  const things = useMemo(
    () =>
      page.mentions.map(({ annotation, reportTitle }): MapThing => {
        const { id, reportId, state } = annotation;
        return {
          ...{ id, state, name, words: quoteOf(annotation), detail: reportTitle },
          precision: mapPrecision(place),
          href: `/reports/${reportId}?tag=${id}`,
          ...(latitude !== undefined && longitude !== undefined && { point: { latitude, longitude } }),
        };
      }),
    [page.mentions, place, name, latitude, longitude],
  );
  if (latitude === undefined || longitude === undefined) return <p className="text-small text-ink-2">{t("noPoint")}</p>;
  return <PlaceMap projectId={projectId} things={things} attribution={page.attribution} what="places" narrow />;
}

function Events({ projectId, page: { events, more } }: { projectId: string; page: Place }) {
  const t = useTranslations("map.place");
  const states = useTranslations("map.legend.states");
  return (
    <section aria-labelledby="events">
      <h2 id="events" className="headline flex items-baseline gap-3 text-lead">
        {t("events")}
        <span className="font-sans text-small font-normal tracking-normal text-ink-3">
          {more.events ? t("newest", { count: events.length }) : t("eventsCount", { count: events.length })}
        </span>
      </h2>
      {events.length === 0 ? (
        <p className="mt-2 text-small text-ink-2">{t("eventsEmpty")}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {events.map(({ id, title, state, day }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
              <Link
                prefetch={false}
                href={`/projects/${projectId}/events/${id}`}
                dir="auto"
                className="font-serif text-[1.0625rem] leading-snug text-ink no-underline hover:underline"
              >
                {title}
              </Link>
              <span className="text-small text-ink-3">{[day, states(state)].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is known of it, and by which words it is mentioned. */
function Facts({ place, spellings }: { place: PlaceCandidate; spellings: Place["spellings"] }) {
  const t = useTranslations("map.place");
  const types = useTranslations("panels.place.featureTypes");
  const { latitude, longitude, featureType, aliases = [], parent } = place;
  const facts = [
    { name: t("type"), value: featureType && types(featureType) },
    { name: t("point"), value: latitude !== undefined && longitude !== undefined ? `${latitude}, ${longitude}` : "" },
    { name: t("aliases"), value: aliases.join(" · ") },
    { name: t("parent"), value: parent },
    { name: t("spellings"), value: spellings.map(({ quote, count }) => `${quote} (${count})`).join(" · ") },
  ].filter(({ value }) => value);
  return (
    <section aria-labelledby="about">
      <h2 id="about" className="headline text-lead">
        {t("about")}
      </h2>
      <dl className="mt-3 space-y-2 text-small">
        {facts.map(({ name, value }) => (
          <div key={name} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
            <dt className="text-ink-3">{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
