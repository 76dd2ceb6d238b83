"use client";

import { useLocale, useTranslations } from "use-intl";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useKeyOf } from "@/components/annotate/keys/use-key-of";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import { OtherNames } from "@/components/reader/inspector/other-names";
import { useFoundPlaces } from "@/components/reader/inspector/use-found-places";
import { Dotted } from "@/components/ui/dotted";
import { Kbd } from "@/components/ui/kbd";
import type { FoundPlace } from "@/domain/gazetteer/found-place";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { Annotation } from "@/domain/tag/tag";

const deeds = ["take-place-1", "take-place-2", "take-place-3", "take-place-4", "take-place-5"] as const;

type Taken = Pick<PlaceAttributes, "located" | "candidates" | "featureType" | "resolution">;

/** What a place may be, from the project and the gazetteer, each with what tells it from the others; one key takes one. */
export function PlaceCandidates({
  annotation,
  disabled,
  onTake,
}: {
  annotation: Annotation;
  disabled: boolean;
  onTake: (taken: Taken) => void;
}) {
  const t = useTranslations("panels.place");
  const keyOf = useKeyOf();
  const found = useFoundPlaces(annotation, !disabled);
  const items = disabled ? [] : (found?.items ?? []);
  const take = (at: number) => {
    const place = items[at];
    if (!place) return false;
    const others = items.filter((each) => each !== place && each.layer !== "guess").map(candidateOf);
    onTake({
      located: candidateOf(place),
      candidates: others.length > 0 ? others : undefined,
      resolution: "verified",
      ...(place.featureType && { featureType: place.featureType }),
    });
    return undefined;
  };
  useDeeds(Object.fromEntries(deeds.map((deed, at) => [deed, () => take(at)])));
  if (disabled) return null;
  const name = wordsOf(annotation);
  return (
    <section aria-label={t("proposed")} className="flex flex-col gap-1">
      {found === undefined ? <p className="text-small text-ink-3">{t("proposing", { name })}</p> : null}
      {found === null ? <p className="text-small text-ink-3">{t("notAsked")}</p> : null}
      {found && found.gazetteer.state === "loading" ? (
        <p className="text-small text-ink-3">{t("notLoaded", { percent: found.gazetteer.percent })}</p>
      ) : null}
      {found && items.length === 0 ? <p className="text-small text-ink-3">{t("noneProposed", { name })}</p> : null}
      <ol className="flex flex-col gap-1">
        {items.map((place, at) => (
          <li key={`${place.id ?? place.name}/${place.latitude}/${place.longitude}`}>
            <button
              type="button"
              onClick={() => take(at)}
              className="flex w-full items-start gap-2 rounded-1 border border-line px-2 py-1 text-start hover:bg-hover"
            >
              <span className="min-w-0 grow">
                <Described place={place} />
              </span>
              <Kbd>{keyOf(deeds[at] ?? "take-place-1")}</Kbd>
            </button>
          </li>
        ))}
      </ol>
      {items.some(({ id }) => id !== undefined) ? <p className="text-small text-ink-3">{t("geonames")}</p> : null}
    </section>
  );
}

function Described({ place }: { place: FoundPlace }) {
  const t = useTranslations("panels.place");
  const locale = useLocale();
  const { name, featureType, parent, admin1, admin2, country, population = 0, distanceKm, coordinateBasis } = place;
  const pcode = place.admin2Pcode ?? place.admin1Pcode;
  const countryName = country && (new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country);
  const areas = [parent, admin2, admin1, countryName].filter((each) => each !== undefined && each !== name);
  const facts = [
    t(`layers.${place.layer}`),
    ...(population > 0 ? [t("people", { count: population })] : []),
    ...(coordinateBasis === "area's middle" ? [t("middle")] : []),
    ...(pcode !== undefined ? [t("pcode", { code: pcode })] : []),
    ...(distanceKm !== undefined ? [t("away", { km: distanceKm })] : []),
  ];
  return (
    <>
      <span className="block">
        <bdi className="font-medium">{name}</bdi>
        {featureType ? <span className="text-ink-2"> · {t(`featureTypes.${featureType}`)}</span> : null}
      </span>
      <span className="block text-small text-ink-2">{areas.join(", ")}</span>
      <OtherNames of={place} />
      <span className="block text-small text-ink-3">
        <Dotted facts={facts} />
      </span>
    </>
  );
}

/** What stays with the tag of a place that was found. */
function candidateOf(place: FoundPlace): NonNullable<PlaceAttributes["located"]> {
  const { layer: _layer, population: _population, distanceKm: _distance, otherNames: _names, ...candidate } = place;
  return candidate;
}
