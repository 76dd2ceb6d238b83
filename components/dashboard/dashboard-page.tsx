"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { Disagreements } from "@/components/dashboard/disagreements";
import { Done, Waiting } from "@/components/dashboard/flow";
import { OutcomesBy, Relabelled } from "@/components/dashboard/outcomes";
import { StuckList } from "@/components/dashboard/stuck-list";
import { useDashboardWords } from "@/components/dashboard/words";
import { Page } from "@/components/shell/page";
import { Banner } from "@/components/ui/banner";
import { Switch } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import type { Dashboard } from "@/domain/dashboard/dashboard";

const spans = ["4", "12", "26", "52"] as const;

/** How work goes in a project, for whoever leads it. Nobody is told apart from others until that is asked for. */
export function DashboardPage({ project }: { project: { id: string; mode: "shared" | "independent" } }) {
  const t = useTranslations("dashboard");
  const ask = useAsk();
  const [weeks, setWeeks] = useState<(typeof spans)[number]>("12");
  const [people, setPeople] = useState(false);
  const [answer, setAnswer] = useState<Answer<Dashboard> | null>(null);
  const path = `/projects/${project.id}/dashboard?weeks=${weeks}${people ? "&people=1" : ""}` as const;

  useEffect(() => {
    let wanted = true;
    void ask("GET", path).then((found) => {
      if (wanted) setAnswer(found);
    });
    return () => {
      wanted = false;
    };
  }, [ask, path]);

  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <Segmented
          oneRow
          label={t("weeks")}
          value={weeks}
          onChange={(chosen) => setWeeks(chosen ?? "12")}
          options={spans.map((count) => ({ value: count, label: t("lastWeeks", { count }) }))}
        />
      }
    >
      {answer === null ? (
        <div className="space-y-4">
          <p className="text-ink-2">{t("loading")}</p>
          <Skeleton className="h-40" />
          <Skeleton className="h-40" />
        </div>
      ) : null}
      {answer?.ok === false ? <ProblemNote problem={answer.problem} /> : null}
      {answer?.ok ? <Shown dashboard={answer.value} project={project} people={people} onPeople={setPeople} /> : null}
    </Page>
  );
}

function Shown({
  dashboard,
  project,
  people,
  onPeople,
}: {
  dashboard: Dashboard;
  project: { id: string; mode: "shared" | "independent" };
  people: boolean;
  onPeople: (people: boolean) => void;
}) {
  const t = useTranslations("dashboard");
  const words = useDashboardWords(dashboard);
  const nothing = dashboard.weeks.every(
    ({ tagged, decided, imported, handedIn, closed }) => tagged + decided + imported + handedIn + closed === 0,
  );
  const by = (rows: Dashboard["byOrigin"]) => rows.map((row) => ({ ...row, label: words.origin(row.origin) }));
  return (
    <div className="space-y-14">
      {dashboard.capped.length > 0 ? (
        <Banner tone="wait">
          <p className="font-medium">{t("capped")}</p>
          {dashboard.capped.map((what) => (
            <p key={what}>{what}</p>
          ))}
        </Banner>
      ) : null}
      {nothing ? <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState> : null}
      <StuckList stuck={dashboard.stuck} />
      {nothing ? null : (
        <>
          <Done dashboard={dashboard} words={words} />
          <Waiting dashboard={dashboard} words={words} />
        </>
      )}
      {dashboard.byKind.length > 0 ? (
        <section aria-labelledby="accepted" className="space-y-10">
          <div>
            <h2 id="accepted" className="headline text-title">
              {t("accepted")}
            </h2>
            <p className="mt-1 text-small text-ink-2">{t("acceptedLead")}</p>
          </div>
          <OutcomesBy
            title={t("byKind")}
            of={t("label")}
            fileName="outcomes-by-label"
            rows={dashboard.byKind.map((row) => ({ ...row, label: words.kind(row.kind) }))}
            words={words}
          />
          <OutcomesBy
            title={t("byOrigin")}
            of={t("maker")}
            fileName="outcomes-by-maker"
            rows={by(dashboard.byOrigin)}
            words={words}
          />
          <div className="space-y-4">
            <Switch label={t("showPeople")} checked={people} onChange={onPeople} />
            {dashboard.byPerson ? (
              <OutcomesBy
                title={t("byPerson")}
                lead={t("byPersonLead")}
                of={t("byPerson")}
                fileName="outcomes-by-person"
                rows={dashboard.byPerson.map((row) => ({ ...row, label: row.name }))}
                words={words}
              />
            ) : null}
          </div>
          <Relabelled dashboard={dashboard} words={words} />
        </section>
      ) : null}
      {project.mode === "independent" ? <Disagreements projectId={project.id} /> : null}
    </div>
  );
}
