"use client";

import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import { anchorOf, isLabelled } from "@/components/charts/labelled";

export interface Column {
  readonly at: string;
  readonly value: number;
}

const fills = { accent: "fill-accent", claim: "fill-claim", source: "fill-source", wait: "fill-wait" };

/** One count a week as columns, low and wide, so that several stand one under the other on one line of time. */
export function ColumnPlot({
  title,
  columns,
  width,
  colour,
  named,
  written,
  axis,
}: {
  title: string;
  columns: readonly Column[];
  width: number;
  colour: keyof typeof fills;
  named: (at: string) => string;
  written: (value: number) => string;
  /** Whether the weeks are written under it. */
  axis: boolean;
}) {
  const height = axis ? 128 : 106;
  const [top, bottom] = [30, axis ? 24 : 4];
  const x = scaleBand({
    domain: columns.map(({ at }) => at),
    range: [0, width],
    paddingInner: 0.22,
    paddingOuter: 0.1,
  });
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const y = scaleLinear({ domain: [0, most], range: [height - bottom, top + 12] });
  const every = Math.max(1, Math.ceil(columns.length / Math.max(2, Math.floor(width / 72))));
  const total = columns.reduce((sum, { value }) => sum + value, 0);
  const numbers = x.bandwidth() > 24;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${title}: ${written(total)}`}
      direction="ltr"
    >
      <Title title={title} written={written} total={total} />
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="stroke-line-strong" />
      {columns.map(({ at, value }, place) => (
        <g key={at}>
          <Bar
            x={x(at) ?? 0}
            width={x.bandwidth()}
            y={y(value)}
            height={Math.max(0, y(0) - y(value))}
            className={`${fills[colour]} opacity-80`}
          />
          {value > 0 && (numbers || value === most) ? (
            <text
              x={(x(at) ?? 0) + x.bandwidth() / 2}
              y={y(value) - 4}
              textAnchor="middle"
              className="fill-ink-2 text-tiny"
            >
              {written(value)}
            </text>
          ) : null}
          {axis && isLabelled(place, columns.length, every) ? (
            <text
              x={
                (x(at) ?? 0) +
                { start: 0, middle: x.bandwidth() / 2, end: x.bandwidth() }[anchorOf(place, columns.length)]
              }
              y={height - 6}
              textAnchor={anchorOf(place, columns.length)}
              className="fill-ink-3 text-tiny"
            >
              {named(at)}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}

function Title({ title, written, total }: { title: string; written: (value: number) => string; total: number }) {
  return (
    <text x={0} y={14} className="fill-ink text-small font-medium">
      {title}
      <tspan dx={8} className="fill-ink-3 font-normal">
        {written(total)}
      </tspan>
    </text>
  );
}
