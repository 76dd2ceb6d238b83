"use client";

import { useEffect, useState } from "react";
import { useAsk } from "@/components/api/ask";
import type { Neighbour } from "@/domain/map/on-map";
import { roomFor } from "@/domain/map/spots";
import { boundsOf, type MapView, metresPerPixel, type Pixel, type Size, toPixel } from "@/domain/map/view";

/** Kilometres across beyond which single towns say little. */
const WIDEST = 3000;
const REST = 250;
const LETTER = 6.3;

/** The towns around what a map shows, asked for once it stands still. */
export function useTowns(projectId: string, view: MapView, size: Size, wanted: boolean): readonly Neighbour[] {
  const ask = useAsk();
  const [towns, setTowns] = useState<readonly Neighbour[]>([]);
  const near = wanted && size.width > 0 && (metresPerPixel(view) * size.width) / 1000 < WIDEST;
  useEffect(() => {
    if (!near) return;
    let current = true;
    const timer = window.setTimeout(() => {
      const bounds = Object.entries(boundsOf(view, size)).map(([name, degrees]) => [name, degrees.toFixed(4)]);
      const query = new URLSearchParams(bounds);
      void ask("GET", `/projects/${projectId}/map/neighbours?${query}`).then((answer) => {
        if (current && answer.ok) setTowns(answer.value.items);
      });
    }, REST);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [ask, projectId, view, size, near]);
  return near ? towns : [];
}

/** Towns as small dots with their names, as far as there is room beside the points and each other. */
export function Towns({
  towns,
  taken,
  view,
  size,
}: {
  towns: readonly Neighbour[];
  /** Where points are drawn already. */
  taken: readonly Pixel[];
  view: MapView;
  size: Size;
}) {
  const labels = towns.map((town) => ({ town, at: toPixel(view, size, town), width: 8 + town.name.length * LETTER }));
  return (
    <g className="pointer-events-none">
      {roomFor(labels, taken, 15).map(({ town, at: [x, y] }) => (
        <g
          key={`${town.name} ${town.latitude} ${town.longitude}`}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
        >
          <circle r={1.8} className="fill-ink-3" />
          <text
            x={5}
            dominantBaseline="central"
            className="fill-ink-2 stroke-paper text-[11px] [paint-order:stroke]"
            strokeWidth={3}
          >
            {town.name}
          </text>
        </g>
      ))}
    </g>
  );
}
