"use client";

import type { EventOutline } from "@/domain/event/timeline";

type Days = Pick<EventOutline["date"], "from" | "to"> & { meaning: EventOutline["date"]["meaning"] };

/** The days of a claim, which says when, or an event, which says what its days mean too. */
export function marked({
  from,
  to,
  precision,
}: {
  from?: string | undefined;
  to?: string | undefined;
  precision?: string | undefined;
}): Days {
  const vague = precision !== undefined && precision !== "day";
  const several = from !== undefined && to !== undefined && from !== to;
  const meaning = from === undefined ? "no later than" : several ? (vague ? "uncertainty" : "duration") : "day";
  return { ...(from && { from }), ...(to && { to }), meaning };
}

/**
 * When something happened, with how well that is known: a day is a dot, how long it took is a bar, days of which one
 * was it are a dashed frame, and "no later than" is a line that comes from the left and ends.
 */
export function DayMark({
  days: { from, to, meaning },
  x,
  y,
  size,
  hollow = false,
}: {
  days: Days;
  /** The left edge of a day, and of the one after it. */
  x: (day: string) => readonly [number, number];
  y: number;
  size: number;
  /** Says that it did not happen, or is disputed. */
  hollow?: boolean;
}) {
  const first = from ?? to;
  const last = to ?? from;
  if (first === undefined || last === undefined) return null;
  const [left, right] = [x(first)[0], x(last)[1]];
  const fill = hollow ? "fill-paper stroke-wait" : "fill-accent stroke-accent";
  if (meaning === "no later than") {
    return (
      <g>
        <line
          x1={Math.max(0, right - 40)}
          x2={right}
          y1={y}
          y2={y}
          strokeWidth={2}
          strokeDasharray="2 4"
          className="stroke-accent"
        />
        <line
          x1={right}
          x2={right}
          y1={y - size}
          y2={y + size}
          strokeWidth={2.5}
          className={hollow ? "stroke-wait" : "stroke-accent"}
        />
      </g>
    );
  }
  if (meaning === "day") return <circle cx={(left + right) / 2} cy={y} r={size} strokeWidth={2} className={fill} />;
  const width = Math.max(2 * size, right - left);
  const shape = { x: left, y: y - size, width, height: 2 * size, rx: 3 };
  if (meaning === "duration") return <rect {...shape} strokeWidth={2} className={fill} />;
  return (
    <rect
      {...shape}
      strokeWidth={1.5}
      strokeDasharray="4 3"
      fillOpacity={0.18}
      className={hollow ? "fill-wait stroke-wait" : "fill-accent stroke-accent"}
    />
  );
}
