"use client";

import { useMemo, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { MapFrame } from "@/components/map/frame";
import { Ground } from "@/components/map/ground";
import { Legend } from "@/components/map/legend";
import { Points, pressedOn, Rings, togetherIn } from "@/components/map/points";
import { SpotList } from "@/components/map/spot-list";
import type { MapThing, ThingSpot } from "@/components/map/thing";
import { Towns, useTowns } from "@/components/map/towns";
import { useBackground } from "@/components/map/use-background";
import { useMapView } from "@/components/map/use-map-view";
import { Switch } from "@/components/ui/checkbox";
import { classes } from "@/components/ui/classes";
import type { Point } from "@/domain/gazetteer/point";
import { spotsOf } from "@/domain/map/spots";
import { fitting, moved, type Pixel, ringDistances, toPixel, zoomed } from "@/domain/map/view";

const layers = ["borders", "towns", "rings", "background"] as const;
type Layer = (typeof layers)[number];

/** Places or events on a map, with a list of the same beside it; whatever is chosen in one is chosen in both. */
export function PlaceMap({
  projectId,
  things,
  attribution,
  what,
  narrow = false,
}: {
  projectId: string;
  things: readonly MapThing[];
  attribution: string;
  what: "places" | "events";
  /** In a column: the list below the map. */
  narrow?: boolean;
}) {
  const t = useTranslations("map");
  const locale = useLocale();
  const { spots, nowhere } = useMemo(() => spotsOf(things), [things]);
  const points = useMemo(() => spots.map(({ point }) => point), [spots]);
  const map = useMapView(points, (_, pixel) => {
    const pressed = pressedOn(together, pixel);
    if (!pressed) choose(undefined);
    else if (pressed.spots.length === 1) choose(pressed.spots[0]);
    else open(pressed.spots, pressed.at);
  });
  const { view, size, change } = map;
  const together = togetherIn(spots, view, size);
  const { chosen, choose, open } = useChoosing(change);
  const background = useBackground();
  const [on, setOn] = useState<Record<Layer, boolean>>({ borders: true, towns: true, rings: false, background: true });
  const towns = useTowns(projectId, view, size, on.towns);
  const km = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const around: Point = chosen?.point ?? { latitude: view.latitude, longitude: view.longitude };
  const shownLayers = layers.filter((layer) => layer !== "background" || background.state === "ready");
  return (
    <section aria-label={t("title")} className={classes("grid gap-5", !narrow && "lg:grid-cols-[minmax(0,1fr)_20rem]")}>
      <div className="min-w-0">
        <MapFrame
          map={map}
          label={t(`label.${what}`, { count: things.length })}
          className={narrow ? "h-80" : "h-[min(70dvh,38rem)]"}
        >
          <Ground
            view={view}
            size={size}
            borders={on.borders}
            background={on.background && background.state === "ready" ? background : undefined}
          />
          <Towns towns={towns} taken={together.map(({ at }) => at)} view={view} size={size} />
          {on.rings ? (
            <Rings
              view={view}
              size={size}
              around={around}
              distances={ringDistances(view, size)}
              written={(each) => t("km", { km: each })}
            />
          ) : null}
          <Points together={together} view={view} chosen={chosen?.key} />
        </MapFrame>
        <LayerSwitches shown={shownLayers} on={on} onChange={setOn} />
        <Legend what={what} />
        <Attribution attribution={attribution} background={background} />
      </div>
      <SpotList
        what={what}
        spots={spots}
        nowhere={nowhere}
        chosen={chosen}
        onChoose={choose}
        written={(each) => t("away", { km: km.format(each) })}
      />
    </section>
  );
}

/** The spot that is chosen, brought into view; several at one place are opened by coming nearer. */
function useChoosing(change: ReturnType<typeof useMapView>["change"]) {
  const [chosen, setChosen] = useState<ThingSpot>();
  const choose = (spot: ThingSpot | undefined) => {
    setChosen(spot);
    if (!spot) return;
    change((from, of) => {
      const [x, y] = toPixel(from, of, spot.point);
      const isSeen = x > 20 && y > 20 && x < of.width - 20 && y < of.height - 20;
      return isSeen ? from : moved(from, of, [of.width / 2 - x, of.height / 2 - y]);
    });
  };
  const open = (several: readonly ThingSpot[], at: Pixel) => {
    const own = several.map(({ point }) => point);
    // Names of one point stay together however near the map comes; the first of them stands for all.
    if (isOnePoint(own)) choose(several[0]);
    else change((from, of) => nearer(zoomed(from, of, 1.8, at), fitting(own, of)));
  };
  return { chosen, choose, open };
}

function LayerSwitches({
  shown,
  on,
  onChange,
}: {
  shown: readonly Layer[];
  on: Record<Layer, boolean>;
  onChange: (on: Record<Layer, boolean>) => void;
}) {
  const t = useTranslations("map");
  return (
    <div className="mt-2 flex flex-wrap gap-x-6">
      {shown.map((layer) => (
        <Switch
          key={layer}
          label={t(`layers.${layer}`)}
          checked={on[layer]}
          onChange={(is) => onChange({ ...on, [layer]: is })}
        />
      ))}
    </div>
  );
}

/** Whose data the map shows. */
function Attribution({
  attribution,
  background,
}: {
  attribution: string;
  background: ReturnType<typeof useBackground>;
}) {
  const t = useTranslations("map");
  return (
    <>
      <p className="mt-3 text-small text-ink-3">
        {t("whose")} {attribution}
        {background.state === "ready" ? ` ${background.attribution}` : null}
      </p>
      {background.state === "unusable" ? (
        <p className="mt-1 text-small text-wait">{t("noBackground", { reason: background.reason })}</p>
      ) : null}
    </>
  );
}

const isOnePoint = ([first, ...rest]: readonly Point[]) =>
  rest.every(({ latitude, longitude }) => latitude === first?.latitude && longitude === first?.longitude);

/** Whichever of two views is the nearer one. */
const nearer = <V extends { scale: number }>(one: V, other: V): V => (one.scale > other.scale ? one : other);
