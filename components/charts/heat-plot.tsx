"use client";

import { scaleBand } from "@visx/scale";

/** Counts of what met what; the diagonal, where both are the same, has a colour of its own. */
export function HeatPlot({
  labels,
  cells,
  width,
  label,
  rowsName,
  columnsName,
  written,
}: {
  labels: readonly string[];
  cells: readonly (readonly number[])[];
  width: number;
  label: string;
  rowsName: string;
  columnsName: string;
  written: (count: number) => string;
}) {
  const names = Math.min(150, width * 0.26);
  const size = Math.min(84, (Math.min(width, 640) - names) / labels.length);
  const head = 48;
  const whole = { width: names + size * labels.length + 2, height: head + size * labels.length * 0.72 + 2 };
  const x = scaleBand({
    domain: labels.map((_, place) => place),
    range: [names, names + size * labels.length],
    padding: 0.04,
  });
  const y = scaleBand({ domain: labels.map((_, place) => place), range: [head, whole.height], padding: 0.04 });
  const sums = cells.map((row) => row.reduce((total, count) => total + count, 0));
  const shorten = (name: string) => {
    const most = Math.max(4, Math.floor(size / 7));
    return name.length > most ? `${name.slice(0, most - 1)}…` : name;
  };
  return (
    <svg
      viewBox={`0 0 ${whole.width} ${whole.height}`}
      width={whole.width}
      height={whole.height}
      role="img"
      aria-label={label}
      direction="ltr"
    >
      <text x={names} y={12} className="fill-ink-3 text-tiny">
        {columnsName}
      </text>
      <text x={0} y={head - 10} className="fill-ink-3 text-tiny">
        {rowsName}
      </text>
      {labels.map((name, place) => (
        <g key={name}>
          <text
            x={(x(place) ?? 0) + x.bandwidth() / 2}
            y={head - 10}
            textAnchor="middle"
            className="fill-ink text-small font-medium"
          >
            {shorten(name)}
            <title>{name}</title>
          </text>
          <text
            x={names - 8}
            y={(y(place) ?? 0) + y.bandwidth() / 2}
            textAnchor="end"
            dominantBaseline="central"
            className="fill-ink text-small font-medium"
          >
            {name}
          </text>
        </g>
      ))}
      <Cells cells={cells} labels={labels} sums={sums} x={x} y={y} written={written} />
    </svg>
  );
}

/** Each count, coloured by its share of its row. */
function Cells({
  cells,
  labels,
  sums,
  x,
  y,
  written,
}: {
  cells: readonly (readonly number[])[];
  labels: readonly string[];
  sums: number[];
  x: ReturnType<typeof scaleBand<number>>;
  y: ReturnType<typeof scaleBand<number>>;
  written: (count: number) => string;
}) {
  return cells.map((row, at) =>
    row.map((count, column) => {
      const last = at === labels.length - 1 && column === at;
      if (last) return null;
      const share = sums[at] ? count / (sums[at] ?? 1) : 0;
      const colour = at === column ? "fill-source" : "fill-claim";
      return (
        <g key={`${labels[at]} ${labels[column]}`}>
          <rect
            x={x(column)}
            y={y(at)}
            width={x.bandwidth()}
            height={y.bandwidth()}
            rx={3}
            className="fill-sunken stroke-line"
          />
          {count > 0 ? (
            <rect
              x={x(column)}
              y={y(at)}
              width={x.bandwidth()}
              height={y.bandwidth()}
              rx={3}
              fillOpacity={0.08 + 0.34 * share}
              className={colour}
            />
          ) : null}
          <text
            x={(x(column) ?? 0) + x.bandwidth() / 2}
            y={(y(at) ?? 0) + y.bandwidth() / 2}
            textAnchor="middle"
            dominantBaseline="central"
            className={count > 0 ? "fill-ink text-small" : "fill-ink-3 text-tiny"}
          >
            {written(count)}
          </text>
        </g>
      );
    }),
  );
}
