"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ByAttribute, ByKind, Confusion, OverTime } from "@/components/agreement/agreement-charts";
import { AllMeasures } from "@/components/agreement/all-measures";
import { type AgreementChoice, choiceIn, queryOf, usualComparison } from "@/components/agreement/choice";
import { Differences } from "@/components/agreement/differences";
import { Filters } from "@/components/agreement/filters";
import { AskGamma } from "@/components/agreement/gamma";
import { Headlines } from "@/components/agreement/headlines";
import { PairMatrix } from "@/components/agreement/pair-matrix";
import { Reviewed } from "@/components/agreement/reviewed";
import { type AgreementPath, useAgreement } from "@/components/agreement/use-agreement";
import { useFigureWords } from "@/components/agreement/words";
import { WorstReports } from "@/components/agreement/worst-reports";
import { ProblemNote } from "@/components/api/problem-note";
import { Page } from "@/components/shell/page";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import type { AgreementFigure, ProjectAgreement } from "@/domain/agreement/project/answer";

interface Named {
  id: string;
  name: string;
}

/** How far the people of a project agree: every figure with what it is, what it rests on and what it says. */
export function AgreementPage({
  project,
  people,
  kinds,
  query,
}: {
  project: { id: string; mode: "shared" | "independent" };
  /** Who may be chosen, and which labels. */
  people: readonly Named[];
  kinds: readonly Named[];
  /** The query of the address, which holds the choice. */
  query: string;
}) {
  const t = useTranslations("agreement");
  const [choice, setChoice] = useState(() => choiceIn(new URLSearchParams(query)));
  const asked = queryOf(choice).toString();
  const path = `/projects/${project.id}/agreement?${asked}` as const;
  const { answer, busy } = useAgreement(path);

  function choose(next: AgreementChoice) {
    setChoice(next);
    const address = queryOf(next).toString();
    window.history.replaceState(null, "", address ? `?${address}` : window.location.pathname);
  }

  const shared = project.mode === "shared";
  return (
    <Page
      title={t("title")}
      lead={t(shared ? "leadShared" : "lead")}
      actions={
        <>
          <Download path={path} format="csv" label={t("csv")} />
          <Download path={path} format="json" label={t("json")} />
        </>
      }
    >
      {shared ? null : <Filters choice={choice} people={people} kinds={kinds} onChange={choose} />}
      <div aria-live="polite" className="sr-only">
        {busy ? t("counting") : ""}
      </div>
      {answer === null ? <Counting /> : null}
      {answer?.ok === false ? <ProblemNote problem={answer.problem} /> : null}
      {answer?.ok ? (
        <div aria-busy={busy} className={busy ? "opacity-60 transition-opacity" : ""}>
          <Answered
            key={asked}
            agreement={answer.value}
            path={path}
            narrowed={asked !== ""}
            onReset={() => choose(usualComparison)}
          />
        </div>
      ) : null}
    </Page>
  );
}

function Answered({
  agreement,
  path,
  narrowed,
  onReset,
}: {
  agreement: ProjectAgreement;
  path: AgreementPath;
  narrowed: boolean;
  onReset: () => void;
}) {
  const t = useTranslations("agreement");
  const format = useFormatter();
  const words = useFigureWords(agreement);
  const [gamma, setGamma] = useState<AgreementFigure | null>(null);
  if (agreement.mode === "shared") return <Reviewed agreement={agreement} words={words} />;
  const { reports, tags, people, capped } = agreement.about;
  const blind =
    reports.blind > 0 ? <p className="text-small text-ink-2">{t("blindWork", { count: reports.blind })}</p> : null;
  if (reports.compared === 0)
    return (
      <EmptyState title={t("noReports")} action={narrowed ? <Button onClick={onReset}>{t("reset")}</Button> : null}>
        <p>{t(narrowed ? "noReportsFiltered" : "noReportsLead")}</p>
        {blind}
      </EmptyState>
    );
  return (
    <div className="space-y-14">
      <section aria-labelledby="short">
        <h2 id="short" className="headline text-title">
          {t("short")}
        </h2>
        <p className="mt-1 text-small text-ink-2" data-figures>
          {t("shortLead", { reports: reports.compared, tags: format.number(tags), people: people.length })}
        </p>
        <div className="mb-4">{blind}</div>
        {capped.length > 0 ? (
          <div className="mb-4">
            <Banner tone="wait">
              <p className="font-medium">{t("capped")}</p>
              {capped.map((what) => (
                <p key={what}>{what}</p>
              ))}
            </Banner>
          </div>
        ) : null}
        <Headlines agreement={agreement} words={words} />
      </section>
      <div className="grid gap-x-14 gap-y-14 lg:grid-cols-2">
        <ByKind agreement={agreement} words={words} />
        <ByAttribute agreement={agreement} words={words} />
      </div>
      {people.length > 2 ? <PairMatrix agreement={agreement} measure="krippendorffAlphaNominal" words={words} /> : null}
      <OverTime agreement={agreement} words={words} />
      <Confusion agreement={agreement} words={words} />
      <Differences agreement={agreement} words={words} />
      <WorstReports agreement={agreement} words={words} />
      <AllMeasures
        figures={gamma ? [...agreement.figures, gamma] : agreement.figures}
        words={words}
        action={gamma ? null : <AskGamma path={path} onFigure={setGamma} />}
      />
    </div>
  );
}

function Download({ path, format, label }: { path: AgreementPath; format: "csv" | "json"; label: string }) {
  return (
    <a
      href={`/api/v1${path}&format=${format}`}
      download={`agreement.${format}`}
      className="inline-flex min-h-8.5 items-center gap-2 rounded-2 border border-line-strong bg-surface px-3 py-1.5 text-small font-medium whitespace-nowrap text-ink no-underline hover:bg-hover"
    >
      <Icon name="download" />
      {label}
    </a>
  );
}

function Counting() {
  const t = useTranslations("agreement");
  return (
    <div className="space-y-4">
      <p className="text-ink-2">{t("counting")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {["one", "two", "three", "four"].map((each) => (
          <div key={each} className="space-y-3 rounded-3 border border-line p-5">
            <Skeleton className="w-1/3" />
            <Skeleton className="h-9 w-1/4" />
            <Skeleton />
          </div>
        ))}
      </div>
    </div>
  );
}
