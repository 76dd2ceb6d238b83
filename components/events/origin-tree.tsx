"use client";

import { useTranslations } from "use-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { Event } from "@/domain/event/event";

type Corroboration = Event["derived"]["corroboration"];

const rowHeight = 24;
const indent = 18;

type Row = { depth: number; words: string; marked: boolean; key: string };

/** From each origin through those who cite each other to the reports that carry it. */
function rowsOf({ origins }: Corroboration): Row[] {
  return origins.flatMap((origin) => [
    { depth: 0, words: origin.name, marked: origin.counts, key: origin.key },
    ...origin.carriers.flatMap(({ chain, outlet, reportTitle, claimId, notCounted }, nth) => {
      const through = chain.slice(0, -1).toReversed();
      const names = [...through, outlet ?? reportTitle];
      return names.map((words, at) => ({
        ...{ depth: at + 1, words, marked: notCounted === undefined },
        key: `${origin.key}/${claimId}/${nth}/${at}`,
      }));
    }),
  ]);
}

/** How what is said came from its origins to the reports, as a small tree. */
export function OriginTree({ corroboration, fileName }: { corroboration: Corroboration; fileName: string }) {
  const t = useTranslations("events.tree");
  const rows = rowsOf(corroboration);
  if (rows.length === 0) return null;
  const table = {
    columns: [t("origin"), t("throughColumn"), t("report"), t("countsColumn")],
    rows: corroboration.origins.flatMap(({ name, counts, carriers }) =>
      carriers.map(({ chain, outlet, reportTitle }) => [
        ...[name, chain.slice(0, -1).join(" → "), outlet ?? reportTitle],
        t(counts ? "counts" : "countsNot"),
      ]),
    ),
  };
  return (
    <div className="mt-4">
      <ChartFigure
        title={t("picture")}
        lead={t("pictureLead")}
        fileName={fileName}
        table={table}
        draw={(width) => <Tree rows={rows} width={width} label={t("picture")} />}
      />
    </div>
  );
}

function Tree({ rows, width, label }: { rows: readonly Row[]; width: number; label: string }) {
  const height = rows.length * rowHeight + 8;
  const y = (at: number) => 4 + at * rowHeight + rowHeight / 2;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} direction="ltr">
      {rows.map(({ depth, words, marked, key }, at) => {
        const x = 8 + depth * indent;
        const above = rows.slice(0, at).findLastIndex((row) => row.depth === depth - 1);
        const most = Math.max(6, Math.floor((width - x - 14) / 7));
        return (
          <g key={key}>
            {depth > 0 ? (
              <path
                d={`M ${x - indent} ${y(above) + 5} V ${y(at)} H ${x - 5}`}
                fill="none"
                strokeWidth={1.5}
                className="stroke-line-strong"
              />
            ) : null}
            <circle
              cx={x}
              cy={y(at)}
              r={4.5}
              strokeWidth={2}
              className={marked ? "fill-accent stroke-accent" : "fill-paper stroke-ink-3"}
            />
            <text
              x={x + 10}
              y={y(at)}
              dominantBaseline="central"
              className={depth === 0 ? "fill-ink text-small font-medium" : "fill-ink-2 text-small"}
            >
              {words.length > most ? `${words.slice(0, most - 1)}…` : words}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
