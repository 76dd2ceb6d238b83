"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { ReportRow } from "@/domain/report/report";
import type { Practice, PracticeDifference } from "@/domain/review/practice";

const rules = ["missed", "not-in-gold", "kind", "segments", "links"] as const;

/** What a trainee put beside what the gold layer says, by rule; nobody else sees it. */
export function PracticePage({
  report,
  practice,
}: {
  report: Pick<ReportRow, "id" | "title" | "language">;
  /** Undefined before one's own work is submitted. */
  practice: Practice | undefined;
}) {
  const t = useTranslations("practice");
  const open = <ButtonLink href={`/reports/${report.id}`}>{t("toReport")}</ButtonLink>;
  if (!practice) {
    return (
      <Page narrow title={t("title")}>
        <EmptyState title={t("firstTitle")} action={open}>
          {t("first")}
        </EmptyState>
      </Page>
    );
  }
  const { agreed, gold, mine } = practice;
  return (
    <Page narrow title={t("title")} lead={t("lead", { agreed, gold, mine })} actions={open}>
      {practice.rules.length === 0 ? (
        <EmptyState title={t(gold + mine === 0 ? "noGold" : "none")} action={open} />
      ) : null}
      <div className="space-y-9">
        {practice.rules.map(({ rule, differences }) => {
          const known = rules.find((each) => each === rule);
          const name = known ? t(`rules.${known}`) : t("rules.attribute", { name: rule.replace("attributes.", "") });
          return (
            <section key={rule} aria-label={name}>
              <h2 className="headline text-lead">
                {name} <span className="font-normal text-ink-3 tabular-nums">{differences.length}</span>
              </h2>
              <ul className="mt-1 divide-y divide-line border-y border-line text-small">
                {differences.map((difference) => (
                  <Line
                    key={`${difference.mine} ${difference.gold}`}
                    reportId={report.id}
                    language={report.language}
                    difference={difference}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Page>
  );
}

function Line({
  reportId,
  language,
  difference: { words, mine, minePut, goldPut },
}: {
  reportId: string;
  language: string;
  difference: PracticeDifference;
}) {
  const t = useTranslations("practice");
  const said = minePut !== undefined || goldPut !== undefined;
  return (
    <li className="py-2.5">
      {mine ? (
        <Link
          prefetch={false}
          href={`/reports/${reportId}?tag=${mine}`}
          className="text-ink no-underline hover:underline"
        >
          <bdi lang={language}>{words}</bdi>
        </Link>
      ) : (
        <bdi lang={language}>{words}</bdi>
      )}
      {said ? (
        <dl className="mt-1 grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-3 text-ink-2">
          <dt className="text-ink-3">{t("you")}</dt>
          <dd dir="auto">{minePut ?? t("nothing")}</dd>
          <dt className="text-ink-3">{t("gold")}</dt>
          <dd dir="auto">{goldPut ?? t("nothing")}</dd>
        </dl>
      ) : null}
    </li>
  );
}
