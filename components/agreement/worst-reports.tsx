"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type FigureWords, measured } from "@/components/agreement/words";
import { Button } from "@/components/ui/button";
import { RowLink, Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { ProjectAgreement } from "@/domain/agreement/project/answer";

const shownFirst = 10;
const sorting = "spanF1Overlap";

/** Reports by how little their people agree, least first. */
export function WorstReports({ agreement, words }: { agreement: ProjectAgreement; words: FigureWords }) {
  const t = useTranslations("agreement");
  const [all, setAll] = useState(false);
  const measures = agreement.reports[0]?.figures.map(({ measure }) => measure) ?? [];
  const nameOf = (measure: string) => measured(agreement.figures, measure)?.name ?? measure;
  return (
    <section aria-labelledby="worst">
      <h2 id="worst" className="headline text-title">
        {t("worst")}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-small text-ink-2">{t("worstLead", { name: nameOf(sorting) })}</p>
      <Table caption={t("worst")}>
        <TableHead>
          <Th>{t("report")}</Th>
          <Th from="md">{t("people")}</Th>
          <Th numeric from="sm">
            {t("tags")}
          </Th>
          {measures.map((measure) => (
            <Th key={measure} numeric {...(measure === sorting ? {} : { from: "sm" as const })}>
              {nameOf(measure)}
            </Th>
          ))}
        </TableHead>
        <tbody>
          {agreement.reports.slice(0, all ? undefined : shownFirst).map(({ id, title, people, tags, figures }) => (
            <Tr key={id}>
              <Td>
                <RowLink href={`/reports/${id}`}>
                  <bdi>{title}</bdi>
                </RowLink>
              </Td>
              <Td from="md" className="text-ink-2">
                <bdi>{people.map(words.person).join(", ")}</bdi>
              </Td>
              <Td numeric from="sm" className="text-ink-2">
                {words.count(tags)}
              </Td>
              {figures.map(({ measure, value }) => (
                <Td
                  key={measure}
                  numeric
                  className={value === null ? "text-ink-3" : measure === sorting ? "font-medium" : "text-ink-2"}
                  {...(measure === sorting ? {} : { from: "sm" as const })}
                >
                  {words.written(value)}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
      {!all && agreement.reports.length > shownFirst ? (
        <Button className="mt-3" size="small" onClick={() => setAll(true)}>
          {t("showAll", { count: agreement.reports.length })}
        </Button>
      ) : null}
    </section>
  );
}
