"use client";

import { useTranslations } from "use-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { MonthOfClaims } from "@/domain/map/place-page";

const height = 120;
const parts = [
  { part: "credible", fill: "fill-claim" },
  { part: "unsure", fill: "fill-claim opacity-60" },
  { part: "doubtful", fill: "fill-claim opacity-30" },
  { part: "ungraded", fill: "fill-line-strong" },
] as const;

const partsOf = (of: MonthOfClaims) => ({ ...of, ungraded: of.claims - of.credible - of.unsure - of.doubtful });

/** What was claimed of a place from month to month, and how credible that was judged. */
export function ClaimsByMonth({ months }: { months: readonly MonthOfClaims[] }) {
  const t = useTranslations("map.place.months");
  if (months.length === 0) return null;
  const columns = ["month", "claims", "accepted", "credible", "unsure", "doubtful", "ungraded"] as const;
  return (
    <ChartFigure
      title={t("title")}
      lead={t("lead")}
      fileName="credibility-by-month"
      heading="h2"
      table={{
        columns: columns.map((column) => t(column)),
        rows: months.map((each) => columns.map((column) => partsOf(each)[column])),
      }}
      draw={(width) => <Bars months={months} width={width} label={t("title")} />}
    />
  );
}

function Bars({ months, width, label }: { months: readonly MonthOfClaims[]; width: number; label: string }) {
  const most = Math.max(...months.map(({ claims }) => claims), 1);
  const step = width / months.length;
  const scale = (count: number) => (count / most) * height;
  return (
    <svg
      viewBox={`0 0 ${width} ${height + 22}`}
      width={width}
      height={height + 22}
      role="img"
      aria-label={label}
      direction="ltr"
    >
      {months.map((each, at) => {
        const counts = partsOf(each);
        let top = height;
        return (
          <g key={each.month}>
            {parts.map(({ part, fill }) => {
              top -= scale(counts[part]);
              return (
                <rect
                  key={part}
                  x={at * step + 1}
                  y={top}
                  width={Math.max(1, Math.min(step - 2, 40))}
                  height={scale(counts[part])}
                  className={fill}
                />
              );
            })}
          </g>
        );
      })}
      <line x1={0} x2={width} y1={height} y2={height} className="stroke-line" />
      <text x={0} y={height + 16} className="fill-ink-2 text-small">
        {months[0]?.month}
      </text>
      {months.length > 1 ? (
        <text x={width} y={height + 16} textAnchor="end" className="fill-ink-2 text-small">
          {months.at(-1)?.month}
        </text>
      ) : null}
    </svg>
  );
}
