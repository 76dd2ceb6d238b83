"use client";

import { TimeAxis, timeScale } from "@/components/timeline/time-axis";
import type { Timeline } from "@/domain/event/timeline";

const top = 28;
const laneHeight = 64;

/** How many events began when, a lane below the other: on the ground those whose days are known that well, above them the others. */
export function EventCounts({
  timeline: { lanes, bins },
  from,
  to,
  width,
  label,
  nameOf,
}: {
  timeline: Pick<Timeline, "lanes" | "bins">;
  from: string;
  to: string;
  width: number;
  label: string;
  nameOf: (lane: string | undefined) => string;
}) {
  const height = top + lanes.length * laneHeight + 6;
  const scale = timeScale(from, to, [4, width - 4]);
  const most = Math.max(1, ...bins.map(({ known, vague }) => known + vague));
  const room = laneHeight - 26;
  const high = (count: number) => (count / most) * room;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} direction="ltr">
      <TimeAxis scale={scale} top={top} bottom={height} />
      {lanes.map(({ name, count }, nth) => {
        const ground = top + (nth + 1) * laneHeight - 2;
        return (
          <g key={name ?? ""}>
            <line x1={0} x2={width} y1={ground} y2={ground} className="stroke-line-strong" />
            {bins
              .filter((bin) => bin.lane === name)
              .map(({ from: first, to: last, known, vague }) => {
                const [left, right] = [Math.max(0, scale.x(first)[0]), Math.min(width, scale.x(last)[1])];
                const across = Math.max(1, right - left - 1);
                return (
                  <g key={first}>
                    <rect
                      x={left}
                      width={across}
                      y={ground - high(known)}
                      height={high(known)}
                      className="fill-accent opacity-80"
                    />
                    <rect
                      x={left + 0.5}
                      width={Math.max(0.5, across - 1)}
                      y={ground - high(known + vague)}
                      height={high(vague)}
                      fillOpacity={0.18}
                      strokeDasharray="3 2"
                      className={vague > 0 ? "fill-accent stroke-accent" : "fill-transparent"}
                    />
                  </g>
                );
              })}
            <text
              x={4}
              y={ground - room - 8}
              paintOrder="stroke"
              strokeWidth={4}
              className="fill-ink stroke-paper text-small font-medium"
            >
              {`${nameOf(name)} · ${count}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
