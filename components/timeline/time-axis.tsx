"use client";

import { scaleUtc } from "@visx/scale";

const dayMs = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

export type TimeScale = {
  /** The left edge of a day, and of the one after it. */
  x: (day: string) => readonly [number, number];
  ticks: readonly { at: number; written: string }[];
  range: readonly [number, number];
};

/** The days from the first to the last on so many pixels, with as many dates as there is room for. */
export function timeScale(from: string, to: string, range: readonly [number, number]): TimeScale {
  const scale = scaleUtc({ domain: [new Date(at(from)), new Date(at(to) + dayMs)], range: [...range] });
  const days = (at(to) - at(from)) / dayMs + 1;
  const wanted = Math.max(2, Math.floor((range[1] - range[0]) / 96));
  const written = (date: Date) => {
    const day = date.toISOString().slice(0, 10);
    return days > 3660 ? day.slice(0, 4) : days > 200 ? day.slice(0, 7) : day;
  };
  const ticks = days < 2 ? [new Date(at(from))] : scale.ticks(wanted).filter((date) => date.getTime() % dayMs === 0);
  return {
    x: (day) => [scale(new Date(at(day))), scale(new Date(at(day) + dayMs))],
    ticks: ticks.map((date) => ({ at: scale(date), written: written(date) })),
    range,
  };
}

/** Pixels that half of a written date takes. */
const half = 32;

/** Dates along the upper edge with a line down from each. */
export function TimeAxis({ scale: { ticks, range }, top, bottom }: { scale: TimeScale; top: number; bottom: number }) {
  return (
    <g>
      {ticks.map(({ at: x, written }, place) => {
        const last = place === ticks.length - 1 && x > range[1] - 40;
        // A first date at the edge begins there instead of being cut off; the next one gives way where it has no room then.
        const [first = x] = ticks.map((tick) => tick.at);
        const room = place !== 1 || first >= half || x - first >= 3 * half;
        return (
          <g key={written}>
            <line x1={x} x2={x} y1={top} y2={bottom} className="stroke-line" />
            {room ? (
              <text
                x={x}
                y={top - 8}
                textAnchor={last ? "end" : x < half ? "start" : "middle"}
                className="fill-ink-3 text-tiny"
              >
                {written}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}
