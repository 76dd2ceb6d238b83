"use client";

import { type KeyboardEvent, useState } from "react";
import { IntlProvider, useLocale, useTranslations } from "use-intl";
import { MapFrame } from "@/components/map/frame";
import { Ground } from "@/components/map/ground";
import { Mark } from "@/components/map/mark";
import { Towns, useTowns } from "@/components/map/towns";
import { useBackground } from "@/components/map/use-background";
import { useMapView } from "@/components/map/use-map-view";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Point, TypedPoint } from "@/domain/gazetteer/point";
import { type MapView, metresPerPixel, roundBelow, toPixel } from "@/domain/map/view";
import { mapWords } from "@/messages/map";

/** Pixels of a map that a hand can't tell apart: the side of the square that a press names. */
const HAND = 16;
/** Where it was set, to a metre. */
const DIGITS = 5;

type Props = {
  projectId: string;
  name: string;
  /** Where it is said to be already. */
  at: Point | undefined;
  /** The report's other places, by which people find their way. */
  others: readonly (Point & { name: string })[];
  onPick: (point: TypedPoint) => void;
  onClose: () => void;
};

/** Sets a place on a map: by a press, or by moving it under the cross and pressing Enter. Brings its own words. */
export function PickDialog(props: Props) {
  const locale = useLocale();
  return (
    <IntlProvider locale={locale} messages={mapWords[locale === "en" ? locale : "en"]}>
      <Picking {...props} />
    </IntlProvider>
  );
}

function Picking({ projectId, name, at, others, onPick, onClose }: Props) {
  const t = useTranslations("map.pick");
  const [picked, setPicked] = useState<Required<TypedPoint>>();
  const map = useMapView(at ? [at] : others, (point) => setPicked(pointed(point, map.view)));
  const { view, size, handlers } = map;
  const towns = useTowns(projectId, view, size, true);
  const background = useBackground();
  const middle = () => setPicked(pointed(view, view));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return handlers.onKeyDown(event);
    event.preventDefault();
    middle();
  };
  const here = (point: Point) => `translate(${toPixel(view, size, point).join(" ")})`;
  const [x, y] = [size.width / 2, size.height / 2];
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("title", { name })}
      description={t("lead")}
      footer={
        <>
          <p aria-live="polite" className="me-auto text-small text-ink-2">
            {picked
              ? t("point", {
                  latitude: picked.latitude.toString(),
                  longitude: picked.longitude.toString(),
                  metres: picked.uncertaintyMetres,
                })
              : t("nothing")}
          </p>
          <Button onClick={middle}>{t("centre")}</Button>
          <Button variant="primary" disabled={!picked} onClick={() => picked && onPick(picked)}>
            {t("save")}
          </Button>
        </>
      }
    >
      <MapFrame
        map={{ ...map, handlers: { ...handlers, onKeyDown } }}
        label={t("label", { name })}
        className="h-[min(52dvh,26rem)]"
      >
        <Ground view={view} size={size} borders background={background.state === "ready" ? background : undefined} />
        <Towns towns={towns} taken={others.map((each) => toPixel(view, size, each))} view={view} size={size} />
        {others.map((each) => (
          <g key={`${each.name} ${each.latitude} ${each.longitude}`} transform={here(each)} opacity={0.75}>
            <Mark state="open" precision={1} />
            <text
              x={9}
              dominantBaseline="central"
              className="fill-ink stroke-paper text-[11px] [paint-order:stroke]"
              strokeWidth={3}
            >
              {each.name}
            </text>
          </g>
        ))}
        <path
          d={`M${x - 12} ${y}H${x + 12}M${x} ${y - 12}V${y + 12}`}
          className="stroke-accent"
          strokeWidth={1.2}
          opacity={0.7}
        />
        {picked ? (
          <g transform={here(picked)}>
            <Mark state="accepted" precision={1} chosen />
          </g>
        ) : null}
      </MapFrame>
    </Dialog>
  );
}

/** From further away a press says less exactly where. */
const pointed = ({ latitude, longitude }: Point, view: MapView): Required<TypedPoint> => ({
  latitude: Number(latitude.toFixed(DIGITS)),
  longitude: Number(longitude.toFixed(DIGITS)),
  uncertaintyMetres: Math.max(1, Math.ceil(roundBelow(HAND * metresPerPixel(view)))),
});
