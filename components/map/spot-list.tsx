"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Mark } from "@/components/map/mark";
import type { MapThing, ThingSpot } from "@/components/map/thing";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Dotted } from "@/components/ui/dotted";
import { SearchInput } from "@/components/ui/input";
import { nameKey } from "@/domain/gazetteer/name-key";
import { distanceKm } from "@/domain/gazetteer/point";

/** Rows that the list grows by, and mentions of one place that it shows. */
const [STEP, MENTIONS] = [60, 50];

type Props = {
  what: "places" | "events";
  spots: readonly ThingSpot[];
  nowhere: readonly MapThing[];
  chosen: ThingSpot | undefined;
  onChoose: (spot: ThingSpot | undefined) => void;
  written: (km: number) => string;
};

/** The same as on the map, for keyboards and those who listen: a place opens into its words, which lead to the report. */
export function SpotList({ what, spots, nowhere, chosen, onChoose, written }: Props) {
  const t = useTranslations("map.list");
  const [sought, setSought] = useState("");
  const [most, setMost] = useState(STEP);
  const key = nameKey(sought);
  const found = key === "" ? spots : spots.filter(({ name }) => nameKey(name).includes(key));
  const shown = found.slice(0, most);
  const isCut = chosen && !shown.some((spot) => spot.key === chosen.key);
  return (
    <div className="flex min-w-0 flex-col gap-3 lg:max-h-[min(86dvh,48rem)]">
      <h2 className="headline text-lead">{t(`title.${what}`, { count: spots.length })}</h2>
      {spots.length > 8 ? (
        <SearchInput
          aria-label={t("search")}
          value={sought}
          dir="auto"
          onChange={(event) => setSought(event.target.value)}
        />
      ) : null}
      <div className="min-h-0 lg:overflow-y-auto">
        <ul className="divide-y divide-line">
          {(isCut ? [chosen, ...shown] : shown).map((spot) => (
            <Row
              key={spot.key}
              spot={spot}
              isChosen={spot.key === chosen?.key}
              onChoose={onChoose}
              away={chosen && spot.key !== chosen.key ? written(distanceKm(chosen.point, spot.point)) : undefined}
            />
          ))}
        </ul>
        {found.length === 0 ? <p className="py-2 text-small text-ink-3">{t("none")}</p> : null}
        {found.length > most ? (
          <Button size="small" className="mt-3" onClick={() => setMost(most + STEP)}>
            {t("more", { count: found.length - most })}
          </Button>
        ) : null}
        {nowhere.length > 0 ? <Nowhere things={nowhere} /> : null}
      </div>
    </div>
  );
}

function Row({
  spot,
  isChosen,
  onChoose,
  away,
}: {
  spot: ThingSpot;
  isChosen: boolean;
  onChoose: Props["onChoose"];
  away: string | undefined;
}) {
  const t = useTranslations("map.list");
  const states = useTranslations("map.legend.states");
  const types = useTranslations("panels.place.featureTypes");
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const [first] = spot.things;
  const facts = [
    first?.featureType && types(first.featureType),
    spot.state === "accepted" ? undefined : states(spot.state),
    spot.things.length > 1 ? t("times", { count: spot.things.length }) : undefined,
    away,
  ].filter(Boolean);
  return (
    <li ref={row} className={classes("rounded-1", isChosen && "bg-accent-wash")}>
      <button
        type="button"
        aria-expanded={isChosen}
        onClick={() => onChoose(isChosen ? undefined : spot)}
        className="flex w-full items-start gap-2 px-1.5 py-2 text-start hover:bg-hover"
      >
        <svg width="18" height="18" viewBox="-15 -15 30 30" aria-hidden="true" className="mt-0.5 shrink-0">
          <Mark state={spot.state} precision={spot.precision} />
        </svg>
        <span className="min-w-0">
          <bdi className="block font-medium">{spot.name}</bdi>
          <span className="block text-small text-ink-3">
            <Dotted facts={facts} />
          </span>
        </span>
      </button>
      {isChosen && first?.page ? (
        <p className="px-1.5 pt-1 text-small">
          <Link prefetch={false} href={first.page} className="link">
            {t("page")}
          </Link>
        </p>
      ) : null}
      {isChosen ? (
        <ul className="space-y-2 px-1.5 pt-1 pb-3">
          {spot.things.slice(0, MENTIONS).map((thing) => (
            <Mention key={thing.id} thing={thing} />
          ))}
          {spot.things.length > MENTIONS ? (
            <li className="text-small text-ink-3">{t("latest", { count: MENTIONS })}</li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}

/** Words that lead to where they stand. */
function Mention({ thing: { href, words, detail } }: { thing: MapThing }) {
  return (
    <li className="border-s-2 border-place ps-2 text-small">
      <Link prefetch={false} href={href} dir="auto" className="link block font-serif text-[0.9375rem]">
        {words}
      </Link>
      {detail ? <bdi className="block text-ink-3">{detail}</bdi> : null}
    </li>
  );
}

function Nowhere({ things }: { things: readonly MapThing[] }) {
  const t = useTranslations("map.list");
  const [most, setMost] = useState(STEP);
  return (
    <details className="mt-4 border-t border-line pt-2">
      <summary className="cursor-pointer text-small font-medium">{t("nowhere", { count: things.length })}</summary>
      <p className="mt-1 text-small text-ink-3">{t("nowhereLead")}</p>
      <ul className="mt-2 space-y-2">
        {things.slice(0, most).map((thing) => (
          <Mention key={thing.id} thing={thing} />
        ))}
      </ul>
      {things.length > most ? (
        <Button size="small" className="mt-3" onClick={() => setMost(most + STEP)}>
          {t("more", { count: things.length - most })}
        </Button>
      ) : null}
    </details>
  );
}
