"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FigureWords } from "@/components/agreement/words";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { AgreementFigure } from "@/domain/agreement/project/answer";

/** Every measure with its value, interval, mean, coverage, n and sentence. */
export function AllMeasures({
  figures,
  words,
  action,
}: {
  figures: readonly AgreementFigure[];
  words: FigureWords;
  /** Works out what is only worked out on request. */
  action: ReactNode;
}) {
  const t = useTranslations("agreement");
  return (
    <section aria-labelledby="all-measures">
      <h2 id="all-measures" className="headline text-title">
        {t("allMeasures")}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-small text-ink-2">{t("allMeasuresLead")}</p>
      <Table caption={t("allMeasures")}>
        <TableHead>
          <Th>{t("measure")}</Th>
          <Th numeric>{t("pooled")}</Th>
          <Th from="sm" numeric>
            {t("interval")}
          </Th>
          <Th from="md" numeric>
            {t("meanOfReports")}
          </Th>
          <Th from="lg">{t("coverageName")}</Th>
          <Th from="lg">{t("says")}</Th>
        </TableHead>
        <tbody>
          {figures.map((figure) => (
            <FigureRow key={figure.measure} figure={figure} words={words} />
          ))}
        </tbody>
      </Table>
      <div className="mt-4">{action}</div>
    </section>
  );
}

function FigureRow({ figure, words }: { figure: AgreementFigure; words: FigureWords }) {
  const t = useTranslations("agreement");
  return (
    <Tr>
      <Td className="min-w-36">
        <Link href={figure.explained} className="link">
          {figure.name}
        </Link>
        {figure.samples === undefined ? null : (
          <span className="block text-ink-3">
            {t("samples", { samples: figure.samples, precision: figure.precision ?? 0 })}
          </span>
        )}
        <span className="block text-ink-2 lg:hidden">{figure.sentence}</span>
        <span className="block text-ink-3 lg:hidden">
          {words.coverage(figure)} · {words.n(figure)}
        </span>
      </Td>
      <Td numeric className={figure.pooled.value === null ? "text-ink-3" : "font-medium"}>
        {words.written(figure.pooled.value)}
        {figure.pooled.interval ? (
          <span className="block font-normal whitespace-nowrap text-ink-3 sm:hidden">{words.interval(figure)}</span>
        ) : null}
      </Td>
      <Td from="sm" numeric className="whitespace-nowrap text-ink-2">
        {words.interval(figure)}
      </Td>
      <Td from="md" numeric className="text-ink-2">
        {figure.meanOfReports.value === null
          ? words.written(null)
          : t("meanValue", {
              value: words.written(figure.meanOfReports.value),
              reports: figure.meanOfReports.reports,
            })}
      </Td>
      <Td from="lg" className="text-ink-2">
        {words.coverage(figure)}
        <span className="block text-ink-3">{words.n(figure)}</span>
      </Td>
      <Td from="lg" className="max-w-md text-ink-2">
        {figure.sentence}
      </Td>
    </Tr>
  );
}
