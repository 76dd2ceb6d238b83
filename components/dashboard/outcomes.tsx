"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import { SharePlot } from "@/components/charts/share-plot";
import type { DashboardWords } from "@/components/dashboard/words";
import type { Dashboard, Outcomes } from "@/domain/dashboard/dashboard";

const outcomes = ["unchanged", "changed", "returned", "rejected"] as const;

/** What became of tags, by whatever tells them apart. */
export function OutcomesBy({
  title,
  lead,
  of,
  rows,
  fileName,
  words,
}: {
  title: string;
  lead?: string;
  /** What the first column holds. */
  of: string;
  rows: readonly (Outcomes & { label: string })[];
  fileName: string;
  words: DashboardWords;
}) {
  const t = useTranslations("dashboard");
  return (
    <ChartFigure
      title={title}
      lead={lead}
      fileName={fileName}
      table={{
        columns: [of, t("decided"), ...outcomes.map((each) => t(each)), t("share"), t("interval")],
        rows: rows.map(({ label, decided, share, low, high, ...counts }) => [
          label,
          decided,
          ...outcomes.map((each) => counts[each]),
          words.percent(share),
          `${words.percent(low)}–${words.percent(high)}`,
        ]),
      }}
      draw={(width) => (
        <SharePlot
          rows={rows.map(({ label, ...counts }) => ({
            label,
            shares: outcomes.map((each) => ({ name: t(each), count: counts[each] })),
          }))}
          width={width}
          label={title}
          written={words.count}
        />
      )}
    />
  );
}

/** Labels that reviewers changed into others. */
export function Relabelled({ dashboard, words }: { dashboard: Dashboard; words: DashboardWords }) {
  const t = useTranslations("dashboard");
  return (
    <section aria-labelledby="relabelled">
      <h3 id="relabelled" className="headline text-lead">
        {t("relabelled")}
      </h3>
      {dashboard.relabelled.length === 0 ? (
        <p className="mt-1 text-small text-ink-2">{t("noRelabelled")}</p>
      ) : (
        <>
          <p className="mt-1 text-small text-ink-2">{t("relabelledLead")}</p>
          <ol className="mt-3 divide-y divide-line border-y border-line text-small">
            {dashboard.relabelled.map(({ from, to, count, reportId, tagId }) => (
              <li key={`${from} ${to}`} className="flex justify-between gap-4 py-2">
                <Link prefetch={false} href={`/reports/${reportId}?tag=${tagId}`} className="link">
                  {t("fromTo", { from: words.kind(from), to: words.kind(to) })}
                </Link>
                <span className="text-ink-2">{t("times", { count })}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
