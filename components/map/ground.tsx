"use client";

import { useEffect, useMemo, useState } from "react";
import { type Atlas, drawn, loadAtlas } from "@/components/map/atlas";
import { tilesIn } from "@/domain/map/tiles";
import { type MapView, type Size, toPixel } from "@/domain/map/view";

/** Milliseconds that a map stands still before its lines are drawn again; until then they are moved along. */
const REST = 120;

/** Land and borders under the points, and the operator's own picture in place of the land where it is wanted. */
export function Ground({
  view,
  size,
  borders,
  background,
}: {
  view: MapView;
  size: Size;
  borders: boolean;
  background: { minZoom: number; maxZoom: number } | undefined;
}) {
  const atlas = useAtlas();
  const settled = useSettled(view);
  const paths = useMemo(() => (atlas ? drawn(atlas, settled, size) : undefined), [atlas, settled, size]);
  const [x, y] = toPixel(view, size, settled);
  const k = view.scale / settled.scale;
  const place = `translate(${x - (k * size.width) / 2} ${y - (k * size.height) / 2}) scale(${k})`;
  const line = { fill: "none", vectorEffect: "non-scaling-stroke" } as const;
  return (
    <g data-drawn={paths ? "" : undefined}>
      {paths && !background ? (
        <g transform={place}>
          <path
            d={paths.land}
            className="fill-paper stroke-line-strong"
            strokeWidth={0.75}
            vectorEffect={line.vectorEffect}
          />
        </g>
      ) : null}
      {background
        ? tilesIn(view, size, background).map(({ z, x: column, y: row, left, top, side }) => (
            <image
              key={`${z}/${column}/${row}/${Math.round(left / side)}`}
              href={`/api/v1/map/tile?z=${z}&x=${column}&y=${row}`}
              x={left}
              y={top}
              width={side + 0.5}
              height={side + 0.5}
              preserveAspectRatio="none"
            />
          ))
        : null}
      {paths && borders ? (
        <g transform={place}>
          <path {...line} d={paths.settled} className="stroke-edge" strokeWidth={0.9} />
          <path {...line} d={paths.disputed} className="stroke-ink-2" strokeWidth={1.1} strokeDasharray="4 3" />
        </g>
      ) : null}
    </g>
  );
}

function useAtlas(): Atlas | undefined {
  const [atlas, setAtlas] = useState<Atlas>();
  useEffect(() => {
    let wanted = true;
    // Without its lines the map still has its points.
    loadAtlas().then(
      (loaded) => {
        if (wanted) setAtlas(loaded);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return atlas;
}

function useSettled(view: MapView): MapView {
  const [settled, setSettled] = useState(view);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(view), REST);
    return () => window.clearTimeout(timer);
  }, [view]);
  return settled;
}
