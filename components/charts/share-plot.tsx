"use client";

import { scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";

export interface Share {
  readonly name: string;
  readonly count: number;
}

export interface ShareRow {
  readonly label: string;
  readonly shares: readonly Share[];
}

/** From the best outcome to the worst; told apart by lightness and edges too, and named above. */
const looks = [
  "fill-source stroke-paper",
  "fill-source stroke-paper opacity-50",
  "fill-wait stroke-paper opacity-70",
  "fill-claim stroke-paper opacity-80",
];
const bar = 22;

/** What became of things as one bar of hundred a row, with how many it stands for. */
export function SharePlot({
  rows,
  width,
  label,
  written,
}: {
  rows: readonly ShareRow[];
  width: number;
  label: string;
  written: (count: number) => string;
}) {
  const narrow = width < 560;
  const start = narrow ? 0 : Math.min(240, width * 0.32);
  const end = 56;
  const step = narrow ? 52 : 34;
  const names = rows[0]?.shares.map(({ name }) => name) ?? [];
  const legend = legendPlaces(names, width);
  const top = legend.height + 8;
  const height = top + rows.length * step + 4;
  const x = scaleLinear({ domain: [0, 1], range: [start, width - end] });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} direction="ltr">
      {names.map((name, place) => (
        <g key={name} transform={`translate(${legend.places[place]?.x ?? 0} ${legend.places[place]?.y ?? 0})`}>
          <rect width={12} height={12} rx={2} className={looks[place] ?? ""} />
          <text x={18} y={6} dominantBaseline="central" className="fill-ink-2 text-small">
            {name}
          </text>
        </g>
      ))}
      {rows.map(({ label: name, shares }, place) => {
        const y = top + place * step + (narrow ? 22 : 4);
        const total = shares.reduce((sum, { count }) => sum + count, 0);
        let done = 0;
        return (
          <g key={name}>
            <text
              x={narrow ? 0 : start - 10}
              y={narrow ? y - 12 : y + bar / 2}
              textAnchor={narrow ? "start" : "end"}
              dominantBaseline="central"
              className="fill-ink text-small"
            >
              {name}
            </text>
            {shares.map(({ name: outcome, count }, at) => {
              const from = done / Math.max(1, total);
              done += count;
              const wide = x(done / Math.max(1, total)) - x(from);
              return count === 0 ? null : (
                <g key={outcome}>
                  <Bar x={x(from)} y={y} width={wide} height={bar} strokeWidth={1.5} className={looks[at] ?? ""}>
                    <title>{`${outcome}: ${written(count)}`}</title>
                  </Bar>
                </g>
              );
            })}
            <text
              x={width}
              y={y + bar / 2}
              textAnchor="end"
              dominantBaseline="central"
              className="fill-ink-2 text-small"
            >
              {written(total)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The names beside their colours, in as many lines as they need. */
function legendPlaces(names: readonly string[], width: number) {
  let [x, y] = [0, 0];
  const places = names.map((name) => {
    const wide = 34 + name.length * 7;
    if (x > 0 && x + wide > width) [x, y] = [0, y + 20];
    const place = { x, y };
    x += wide;
    return place;
  });
  return { places, height: y + 20 };
}
