"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useAgreement } from "@/components/agreement/use-agreement";
import { useFigureWords } from "@/components/agreement/words";
import { ProblemNote } from "@/components/api/problem-note";
import { ChartFigure } from "@/components/charts/chart-figure";
import { SharePlot } from "@/components/charts/share-plot";
import { Skeleton } from "@/components/ui/skeleton";
import type { ProjectAgreement } from "@/domain/agreement/project/answer";
import { nothing } from "@/domain/agreement/project/nothing";

/** In an independent project: on which labels analysts differ, counted as the agreement page counts them. */
export function Disagreements({ projectId }: { projectId: string }) {
  const t = useTranslations("dashboard");
  const path = `/projects/${projectId}/agreement?measures=spanF1Overlap&attribute=none&resamples=100` as const;
  const { answer } = useAgreement(path);
  return (
    <section aria-label={t("disagreements")} className="space-y-3">
      {answer === null ? <Skeleton className="h-32" /> : null}
      {answer?.ok === false ? <ProblemNote problem={answer.problem} /> : null}
      {answer?.ok ? <Differing agreement={answer.value} /> : null}
      <Link href={`/projects/${projectId}/agreement`} className="link text-small">
        {t("moreAgreement")}
      </Link>
    </section>
  );
}

function Differing({ agreement }: { agreement: ProjectAgreement }) {
  const t = useTranslations("dashboard");
  const words = useFigureWords(agreement);
  const rows = agreement.about.kinds
    .map(({ kind }) => {
      const own = agreement.confused.filter(({ labels }) => labels.includes(kind));
      const sum = (some: typeof own) => some.reduce((total, { count }) => total + count, 0);
      const none = sum(own.filter(({ labels }) => labels.includes(nothing)));
      const place = agreement.confusion.labels.indexOf(kind);
      const same = agreement.confusion.cells[place]?.[place] ?? 0;
      return { kind, same, other: sum(own) - none, none };
    })
    .filter(({ same, other, none }) => same + other + none > 0);
  if (agreement.confused.length === 0) {
    const compared = agreement.about.reports.compared > 0 && agreement.about.tags > 0;
    return <p className="text-small text-ink-2">{t(compared ? "noDisagreements" : "nothingCompared")}</p>;
  }
  return (
    <ChartFigure
      title={t("disagreements")}
      lead={t("disagreementsLead")}
      fileName="disagreements-by-label"
      table={{
        columns: [t("label"), t("sameLabel"), t("otherLabel"), t("noLabel")],
        rows: rows.map(({ kind, same, other, none }) => [words.kind(kind), same, other, none]),
      }}
      draw={(width) => (
        <SharePlot
          rows={rows.map(({ kind, same, other, none }) => ({
            label: words.kind(kind),
            shares: [
              { name: t("sameLabel"), count: same },
              { name: t("noLabel"), count: none },
              { name: t("otherLabel"), count: other },
            ],
          }))}
          width={width}
          label={t("disagreements")}
          written={words.count}
        />
      )}
    />
  );
}
