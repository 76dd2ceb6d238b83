"use client";

import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import type { useMapView } from "@/components/map/use-map-view";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { metresPerPixel, roundBelow, zoomed } from "@/domain/map/view";

/** The window of a map: it takes keys and pointers, and has buttons for both and a scale. What is in it is for the eye. */
export function MapFrame({
  map,
  label,
  className,
  children,
}: {
  map: ReturnType<typeof useMapView>;
  label: string;
  className: string;
  children: ReactNode;
}) {
  const t = useTranslations("map");
  const id = useId();
  const { setFrame, size, view, change, fit, handlers } = map;
  const focused = { tabIndex: 0 };
  return (
    <div className="relative" dir="ltr">
      <div
        ref={setFrame}
        role="application"
        aria-label={label}
        aria-describedby={id}
        className={`relative touch-none overflow-hidden rounded-2 border border-line bg-sunken select-none ${className}`}
        {...focused}
        {...handlers}
      >
        {size.width > 0 ? (
          <svg width={size.width} height={size.height} aria-hidden="true" className="block">
            {children}
          </svg>
        ) : null}
      </div>
      <p id={id} className="sr-only">
        {t("keys")}
      </p>
      <div className="absolute end-2 top-2 flex flex-col gap-1 rounded-2 border border-line bg-surface p-0.5">
        <IconButton
          size="small"
          label={t("nearer")}
          icon={<Icon name="add" />}
          onClick={() => change((from, of) => zoomed(from, of, 1.6))}
        />
        <IconButton
          size="small"
          label={t("further")}
          icon={<Icon name="minus" />}
          onClick={() => change((from, of) => zoomed(from, of, 1 / 1.6))}
        />
        <IconButton size="small" label={t("fit")} icon={<Icon name="fit" />} onClick={fit} />
      </div>
      <Scale metres={metresPerPixel(view)} />
    </div>
  );
}

/** How long a distance is on the map, in its middle. */
function Scale({ metres }: { metres: number }) {
  const t = useTranslations("map");
  const length = roundBelow(metres * 110);
  const written = length >= 1000 ? t("km", { km: length / 1000 }) : t("metres", { metres: length });
  return (
    <div className="pointer-events-none absolute start-2 bottom-2 rounded-1 bg-surface px-1.5 pb-1 text-[11px] leading-4 text-ink-2">
      {written}
      <span className="block h-1.5 border border-t-0 border-ink-2" style={{ width: length / metres }} />
    </div>
  );
}
