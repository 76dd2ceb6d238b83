"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useEventWords } from "@/components/events/event-words";
import { LegacyOrigin } from "@/components/events/legacy-origin";
import type { EventType } from "@/domain/codebook/codebook";
import type { Event } from "@/domain/event/event";

/** Each value of an event with where it comes from. */
export function EventFields({ event, types }: { event: Event; types: readonly EventType[] }) {
  const t = useTranslations("events");
  const { content, derived } = event;
  const type = content.type && (types.find(({ slug }) => slug === content.type)?.name ?? content.type);
  const actors = derived.actors.map(({ name, role }) => t(`actorRole.${role}`, { name }));
  return (
    <section aria-labelledby="fields">
      <h2 id="fields" className="headline text-lead">
        {t("fields.title")}
      </h2>
      <p className="text-small text-ink-3">
        {t("fields.coverage", { counted: derived.counted, claims: derived.claims, reports: derived.reports })}
      </p>
      <dl className="mt-3 space-y-2.5 text-small">
        <Value name={t("fields.type")}>{type}</Value>
        <Value name={t("fields.phase")}>{content.phase && t(`phase.${content.phase}`)}</Value>
        <DateValue event={event} />
        <PlaceValue event={event} />
        <Figures event={event} />
        <Value name={t("fields.actors")}>{actors.join(", ")}</Value>
        <Value name={t("fields.certainty")}>{derived.certainty && t(`certainties.${derived.certainty}`)}</Value>
        <Value name={t("fields.likelihood")}>{content.likelihood && t(`likelihoods.${content.likelihood}`)}</Value>
        <Value name={t("fields.confidence")}>{content.confidence && t(`confidences.${content.confidence}`)}</Value>
        <Value name={t("fields.note")}>{content.note}</Value>
      </dl>
      {content.legacy ? <LegacyOrigin legacy={content.legacy} /> : null}
    </section>
  );
}

function DateValue({ event: { derived } }: { event: Event }) {
  const t = useTranslations("events");
  const words = useEventWords();
  const { date } = derived;
  const from = [
    date.meaning === "no later than" ? undefined : t(`meaning.${date.meaning}`),
    t(`precision.${date.precision}`),
    date.chosen ? t("fields.chosen", { reason: date.chosen }) : t(`dateBasis.${date.basis}`),
    ...date.words.map((each) => `“${each}”`),
  ];
  return (
    <Value name={t("fields.date")} from={from}>
      {words.days(derived) ?? t("undated")}
    </Value>
  );
}

function PlaceValue({ event: { derived } }: { event: Event }) {
  const t = useTranslations("events");
  const { place } = derived;
  const { latitude, longitude, coordinateBasis, geoPrecision, missing } = place;
  const basis = coordinateBasis && t(`coordinateBasis.${coordinateBasis}`);
  const from = [
    geoPrecision !== undefined && t(`geoPrecision.${geoPrecision}`),
    latitude !== undefined &&
      longitude !== undefined &&
      t("coordinates", { latitude: String(latitude), longitude: String(longitude), basis: basis ?? "" }),
    missing && t(`placeMissing.${missing}`, { places: place.others.join(", ") }),
    place.chosen && t("fields.chosen", { reason: place.chosen }),
  ];
  return (
    <Value name={t("fields.place")} from={from}>
      {place.name}
    </Value>
  );
}

function Figures({ event: { derived } }: { event: Event }) {
  const t = useTranslations("events");
  const words = useEventWords();
  return (
    <Value name={t("fields.figures")}>
      {derived.figures.length === 0
        ? undefined
        : derived.figures.map((figure) => (
            <span key={`${figure.outcome}/${figure.who ?? ""}`} className="block">
              <span className="font-medium">{words.figure(figure)}</span>
              {figure.denied ? ` · ${t("denied")}` : ""}
              {figure.chosen ? (
                <span className="block text-ink-3">{t("fields.chosen", { reason: figure.chosen })}</span>
              ) : null}
              <span className="block text-ink-3">
                {figure.said.map((each, nth) => (
                  <span key={`${each.claimId} ${each.words ?? ""}`}>
                    {nth > 0 ? " · " : ""}
                    {words.number(each)}
                    {each.words ? (
                      <>
                        {" “"}
                        <bdi>{each.words}</bdi>”
                      </>
                    ) : null}
                    {each.convention ? ` ${t("byConvention", { words: each.convention })}` : ""}
                    {each.aside ? ` ${t(`aside.${each.aside}`)}` : ""}
                  </span>
                ))}
              </span>
            </span>
          ))}
    </Value>
  );
}

function Value({
  name,
  from = [],
  children,
}: {
  name: string;
  /** Where the value comes from. */
  from?: readonly (string | false | undefined)[];
  children: ReactNode;
}) {
  const t = useTranslations("events");
  const why = from.filter(Boolean).join(" · ");
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
      <dt className="text-ink-3">{name}</dt>
      <dd dir="auto" className="whitespace-pre-line">
        {children || <span className="text-ink-3">{t("fields.unsaid")}</span>}
        {why ? <span className="block text-ink-3">{why}</span> : null}
      </dd>
    </div>
  );
}
