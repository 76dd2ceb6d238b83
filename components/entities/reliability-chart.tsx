"use client";

import { useTranslations } from "use-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import { isLabelled } from "@/components/charts/labelled";
import type { Grade } from "@/domain/entity/entity";
import { reliabilities } from "@/domain/entity/entity-values";
import { type MonthOfGrades, reliabilityByMonth } from "@/domain/entity/reliability-by-month";

const rowHeight = 22;

/** The grade in force each month, from the first grade to the last. F is no worse than E: it cannot be judged. */
export function ReliabilityChart({ grades, fileName }: { grades: readonly Grade[]; fileName: string }) {
  const t = useTranslations("entities.overTime");
  const months = reliabilityByMonth(grades);
  if (months.length < 2) return null;
  return (
    <ChartFigure
      title={t("title")}
      lead={t("lead")}
      fileName={fileName}
      table={{
        columns: [t("month"), t("grade"), t("given")],
        rows: months.map(({ month, grade, given }) => [month, grade, given]),
      }}
      draw={(width) => <Steps months={months} width={width} label={t("title")} />}
    />
  );
}

function Steps({ months, width, label }: { months: readonly MonthOfGrades[]; width: number; label: string }) {
  const left = 24;
  const height = reliabilities.length * rowHeight + 24;
  const step = (width - left) / months.length;
  const y = (grade: MonthOfGrades["grade"]) => reliabilities.indexOf(grade) * rowHeight + rowHeight / 2;
  const every = Math.max(1, Math.ceil(months.length / Math.max(2, Math.floor(width / 80))));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label} direction="ltr">
      {reliabilities.map((grade) => (
        <g key={grade}>
          <line x1={left} x2={width} y1={y(grade)} y2={y(grade)} className="stroke-line" />
          <text x={4} y={y(grade)} dominantBaseline="central" className="fill-ink-2 text-small">
            {grade}
          </text>
        </g>
      ))}
      {months.map(({ month, grade, given }, at) => (
        <g key={month}>
          <rect
            x={left + at * step + 0.5}
            y={y(grade) - 5}
            width={Math.max(2, step - 1)}
            height={10}
            className="fill-source opacity-80"
          />
          {given > 0 ? (
            <circle
              cx={left + (at + 0.5) * step}
              cy={y(grade)}
              r={4}
              className="fill-paper stroke-source"
              strokeWidth={2}
            />
          ) : null}
          {isLabelled(at, months.length, every) ? (
            <text x={left + (at + 0.5) * step} y={height - 6} textAnchor="middle" className="fill-ink-3 text-tiny">
              {month}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
