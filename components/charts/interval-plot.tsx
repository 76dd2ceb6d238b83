"use client";

import { scaleLinear } from "@visx/scale";
import { Line } from "@visx/shape";

/** One value with its interval, or words for why there is none. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number | null;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** The value as it is written, or why there is none in a few words. */
  readonly written: string;
}

const rowHeight = 34;
const top = 22;

/** Values from below 0 to 1 with their intervals, one under the other; dashed lines stand at customary thresholds. */
export function IntervalPlot({
  rows,
  width,
  label,
  thresholds,
}: {
  rows: readonly IntervalRow[];
  width: number;
  label: string;
  thresholds: readonly number[];
}) {
  const narrow = width < 520;
  const labels = narrow ? 0 : Math.min(230, width * 0.34);
  const written = narrow ? 0 : Math.max(104, ...rows.map(({ written }) => 7.5 * written.length + 12));
  const lineHeight = narrow ? 50 : rowHeight;
  const least = Math.min(0, ...rows.map(({ value, low }) => low ?? value ?? 0));
  const from = Math.max(-1, Math.floor(least * 4) / 4);
  const x = scaleLinear({ domain: [from, 1], range: [labels + 8, width - written - 8] });
  const height = top + rows.length * lineHeight + 6;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} direction="ltr">
      {x.ticks(narrow ? 4 : 6).map((tick) => (
        <g key={tick}>
          <Line
            from={{ x: x(tick), y: top - 4 }}
            to={{ x: x(tick), y: height }}
            className={tick === 0 ? "stroke-line-strong" : "stroke-line"}
          />
          <text x={x(tick)} y={12} textAnchor="middle" className="fill-ink-3 text-tiny">
            {tick.toFixed(tick * 10 === Math.round(tick * 10) ? 1 : 2).replace("-", "−")}
          </text>
        </g>
      ))}
      {thresholds.map((threshold) => (
        <Line
          key={threshold}
          from={{ x: x(threshold), y: top - 4 }}
          to={{ x: x(threshold), y: height }}
          strokeDasharray="3 3"
          className="stroke-ink-3"
        />
      ))}
      <Intervals rows={rows} lineHeight={lineHeight} narrow={narrow} labels={labels} x={x} from={from} width={width} />
    </svg>
  );
}

/** Each value with its interval, named at its start and written at its end. */
function Intervals({
  rows,
  lineHeight,
  narrow,
  labels,
  x,
  from,
  width,
}: {
  rows: readonly IntervalRow[];
  lineHeight: 50 | 34;
  narrow: boolean;
  labels: number;
  x: ReturnType<typeof scaleLinear<number>>;
  from: number;
  width: number;
}) {
  return rows.map((row, place) => {
    const y = top + place * lineHeight + lineHeight / 2 + (narrow ? 9 : 0);
    return (
      <g key={row.label}>
        <text
          x={narrow ? 8 : labels}
          y={narrow ? y - 20 : y}
          textAnchor={narrow ? "start" : "end"}
          dominantBaseline="central"
          paintOrder="stroke"
          strokeWidth={5}
          className="fill-ink stroke-paper text-small"
        >
          {row.label}
          {narrow ? ` · ${row.written}` : ""}
        </text>
        {row.value === null ? null : (
          <>
            {row.low !== undefined && row.high !== undefined ? (
              <Line
                from={{ x: x(Math.max(from, row.low)), y }}
                to={{ x: x(row.high), y }}
                strokeWidth={5}
                strokeLinecap="round"
                className="stroke-accent opacity-35"
              />
            ) : null}
            <circle
              cx={x(Math.max(from, row.value))}
              cy={y}
              r={5}
              className="fill-accent stroke-paper"
              strokeWidth={1.5}
            />
          </>
        )}
        {narrow ? null : (
          <text
            x={width}
            y={y}
            textAnchor="end"
            dominantBaseline="central"
            className={row.value === null ? "fill-ink-3 text-tiny" : "fill-ink text-small font-medium"}
          >
            {row.written}
          </text>
        )}
      </g>
    );
  });
}
