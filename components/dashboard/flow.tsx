"use client";

import { useTranslations } from "use-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import { ColumnPlot } from "@/components/charts/column-plot";
import { LineNames, LinePlot, type Series } from "@/components/charts/line-plot";
import type { DashboardWords } from "@/components/dashboard/words";
import type { Dashboard } from "@/domain/dashboard/dashboard";

const lanes = [
  { what: "tagged", colour: "accent" },
  { what: "decided", colour: "source" },
  { what: "handedIn", colour: "wait" },
  { what: "imported", colour: "claim" },
] as const;
const counted = ["tagged", "decided", "handedIn", "imported", "closed"] as const;

/** What was done, week by week. */
export function Done({ dashboard, words }: { dashboard: Dashboard; words: DashboardWords }) {
  const t = useTranslations("dashboard");
  return (
    <ChartFigure
      heading="h2"
      title={t("done")}
      lead={t("doneLead")}
      fileName="done-by-week"
      table={{
        columns: [t("week"), ...counted.map((what) => t(what))],
        rows: dashboard.weeks.map((week) => [week.week, ...counted.map((what) => week[what])]),
      }}
      draw={(width) => {
        const wide = width >= 720;
        const each = wide ? (width - 40) / 2 : width;
        return (
          <div className={wide ? "grid grid-cols-2 gap-x-10 gap-y-4" : "space-y-3"}>
            {lanes.map(({ what, colour }, place) => (
              <ColumnPlot
                key={what}
                title={t(what)}
                columns={dashboard.weeks.map((week) => ({ at: week.week, value: week[what] }))}
                width={Math.floor(each)}
                colour={colour}
                named={words.week}
                written={words.count}
                axis={wide ? place > 1 : place === lanes.length - 1}
              />
            ))}
          </div>
        );
      }}
    />
  );
}

/** How long tags waited for their decision. */
export function Waiting({ dashboard, words }: { dashboard: Dashboard; words: DashboardWords }) {
  const t = useTranslations("dashboard");
  const { waited } = dashboard;
  const series: Series[] = [
    {
      name: t("median"),
      colour: "accent",
      points: dashboard.weeks.map(({ week, waited: own }) => ({ at: week, value: own?.median ?? null })),
    },
    {
      name: t("p90"),
      colour: "claim",
      points: dashboard.weeks.map(({ week, waited: own }) => ({ at: week, value: own?.p90 ?? null })),
    },
  ];
  const overall =
    waited && t("overall", { median: words.hours(waited.median), p90: words.hours(waited.p90), n: waited.n });
  if (dashboard.weeks.filter(({ waited: own }) => own !== null).length < 2)
    return (
      <section aria-labelledby="waiting">
        <h2 id="waiting" className="headline text-title">
          {t("waiting")}
        </h2>
        <p className="mt-1 max-w-prose text-ink-2">{overall ?? t("noDecisions")}</p>
      </section>
    );
  return (
    <ChartFigure
      heading="h2"
      title={t("waiting")}
      lead={
        <>
          {overall} {t("waitingLead")}
        </>
      }
      fileName="waiting-by-week"
      table={{
        columns: [t("week"), t("median"), t("p90"), t("n")],
        rows: dashboard.weeks.map(({ week, waited: own }) => [week, own?.median, own?.p90, own?.n ?? 0]),
      }}
      draw={(width) => (
        <>
          <LinePlot series={series} width={width} label={t("waiting")} named={words.week} written={words.hours} />
          <LineNames series={series} />
        </>
      )}
    />
  );
}
