"use client";

import { scaleLinear, scalePoint } from "@visx/scale";
import { Area, LinePath } from "@visx/shape";
import { isLabelled } from "@/components/charts/labelled";

export interface Point {
  /** Its place on the line of time. */
  readonly at: string;
  readonly value: number | null;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
  readonly colour: "accent" | "claim" | "source" | "wait";
}

const strokes = { accent: "stroke-accent", claim: "stroke-claim", source: "stroke-source", wait: "stroke-wait" };
const fills = { accent: "fill-accent", claim: "fill-claim", source: "fill-source", wait: "fill-wait" };
const dashes = { accent: "", claim: "6 3", source: "2 3", wait: "8 3 2 3" };

/** Lines over time with their intervals as bands; each line ends in its name, so that no legend has to be matched. */
export function LinePlot({
  series,
  width,
  label,
  named,
  most,
  written,
}: {
  series: readonly Series[];
  width: number;
  label: string;
  /** How a place in time is written on the axis. */
  named: (at: string) => string;
  /** The top of the scale; the greatest value when left out. */
  most?: number;
  written: (value: number) => string;
}) {
  const height = Math.max(200, Math.min(280, width * 0.42));
  const margin = {
    top: 12,
    end: width < 520 ? 12 : Math.min(240, 24 + 7.2 * Math.max(...series.map(({ name }) => name.length), 0)),
    bottom: 26,
    start: 44,
  };
  const times = [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at)))].sort();
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value, low, high }) => [value ?? 0, low ?? 0, high ?? 0]),
  );
  const x = scalePoint({
    domain: times,
    range: [margin.start + 8, width - margin.end],
    padding: times.length === 1 ? 0.5 : 0,
  });
  const y = scaleLinear({
    domain: [Math.min(0, ...values), most ?? Math.max(1, ...values)],
    range: [height - margin.bottom, margin.top],
    nice: true,
  });
  const place = (at: string) => x(at) ?? 0;
  const every = Math.max(1, Math.ceil(times.length / Math.max(2, Math.floor((width - 100) / 76))));
  const ends = labelPlaces(series, (value) => y(value), height - margin.bottom);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} direction="ltr">
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={margin.start} x2={width - margin.end + 4} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text
            x={margin.start - 6}
            y={y(tick)}
            textAnchor="end"
            dominantBaseline="central"
            className="fill-ink-3 text-tiny"
          >
            {written(tick)}
          </text>
        </g>
      ))}
      {times.map((at, index) =>
        isLabelled(index, times.length, every) ? (
          <text key={at} x={place(at)} y={height - 6} textAnchor="middle" className="fill-ink-3 text-tiny">
            {named(at)}
          </text>
        ) : null,
      )}
      <Lines series={series} place={place} y={y} width={width} margin={margin} ends={ends} />
    </svg>
  );
}

/** Each line with its interval as a band and its name at its end. */
function Lines({
  series,
  place,
  y,
  width,
  margin,
  ends,
}: {
  series: readonly Series[];
  place: (at: string) => number;
  y: ReturnType<typeof scaleLinear<number>>;
  width: number;
  margin: { end: number };
  ends: number[];
}) {
  return series.map(({ name, points, colour }, index) => {
    const known = points.filter(({ value }) => value !== null);
    const banded = known.filter(({ low, high }) => low !== undefined && high !== undefined);
    return (
      <g key={name}>
        <Area
          data={banded}
          x={({ at }) => place(at)}
          y0={({ low }) => y(low ?? 0)}
          y1={({ high }) => y(high ?? 0)}
          className={`${fills[colour]} opacity-15`}
        />
        <LinePath
          data={known}
          x={({ at }) => place(at)}
          y={({ value }) => y(value ?? 0)}
          strokeWidth={2}
          strokeDasharray={dashes[colour]}
          className={strokes[colour]}
          fill="none"
        />
        {known.map(({ at, value }) => (
          <circle key={at} cx={place(at)} cy={y(value ?? 0)} r={3.5} className={fills[colour]} />
        ))}
        {width < 520 || known.length === 0 ? null : (
          <text
            x={width - margin.end + 12}
            y={ends[index] ?? 0}
            dominantBaseline="central"
            className={`${fills[colour]} text-small font-medium`}
          >
            {name}
          </text>
        )}
      </g>
    );
  });
}

/** Where each line's name stands: at its last point, but never on another name, nor on the line of time. */
function labelPlaces(series: readonly Series[], y: (value: number) => number, bottom: number): number[] {
  const wanted = series.map(({ points }, index) => {
    const last = points.findLast(({ value }) => value !== null);
    return { index, y: last?.value == null ? 0 : y(last.value) };
  });
  const places: number[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const { index, y: at } of wanted.toSorted((a, b) => a.y - b.y)) {
    places[index] = Math.max(at, free);
    free = (places[index] ?? 0) + 18;
  }
  const below = Math.max(0, ...places.map((place) => place - bottom));
  return places.map((place) => place - below);
}

/** The names of the lines, for narrow screens where they do not fit beside them. */
export function LineNames({ series }: { series: readonly Series[] }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-small sm:hidden">
      {series.map(({ name, colour }) => (
        <li key={name} className="flex items-center gap-2">
          <svg viewBox="0 0 24 4" aria-hidden="true" className={`w-6 ${strokes[colour]}`}>
            <line x1="0" y1="2" x2="24" y2="2" strokeWidth={3} strokeDasharray={dashes[colour]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
