"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Scrollable } from "@/components/ui/scrollable";
import { Table, TableHead, Td, Th, TitleLink, Tr } from "@/components/ui/table";
import { When } from "@/components/values/when";
import { WorkChip } from "@/components/work/signs";
import { assignmentStates } from "@/domain/assignment/assignment-values";
import { nothingLate } from "@/domain/assignment/nothing-late";
import type { LateWork, WorkCounts, WorkProgress } from "@/domain/assignment/progress";
import type { Project } from "@/domain/project/project";

/** What is not in by a day, most overdue first, and where everybody's work stands: by name, this is no ranking. */
export function ProgressPage({
  project,
  progress,
  people,
  everybody,
}: {
  project: Pick<Project, "id" | "name">;
  progress: WorkProgress;
  /** The names of those who may stand among what is late. */
  people: Readonly<Record<string, string>>;
  /** False for blind analysts, who see only themselves. */
  everybody: boolean;
}) {
  const t = useTranslations("work");
  const { pool, unassigned, toWorkOn, states } = progress;
  const total = Object.values(states).reduce((sum, count) => sum + count, 0);
  return (
    <Page title={t("progressTitle")} lead={everybody ? t("progressLead") : t("onlyMine")}>
      {unassigned !== undefined || pool ? (
        <p className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-small text-ink-2">
          {unassigned !== undefined ? (
            <span>
              {toWorkOn === 0 ? t("noneToWorkOn") : t("unassigned", { count: unassigned })}{" "}
              {unassigned > 0 ? (
                <ButtonLink size="small" variant="quiet" href={`/projects/${project.id}?assignee=nobody`}>
                  {t("unassignedShow")}
                </ButtonLink>
              ) : null}
            </span>
          ) : null}
          {pool ? <span>{t("pool", { size: pool.size, hours: pool.hours })}</span> : null}
        </p>
      ) : null}
      {total === 0 ? (
        <EmptyState title={t(everybody ? "nobody" : "nothingOfMine")}>{everybody ? t("nobodyLead") : null}</EmptyState>
      ) : (
        <div className="space-y-10">
          <NotIn project={project} progress={progress} people={people} />
          <People progress={progress} total={states} />
        </div>
      )}
    </Page>
  );
}

function NotIn({
  project,
  progress: { by, late, due },
  people,
}: {
  project: Pick<Project, "id">;
  progress: WorkProgress;
  people: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("work");
  const router = useRouter();
  return (
    <section aria-labelledby="not-in" className="space-y-3">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <h2 id="not-in" className="headline grow text-lead">
          {t.rich("notIn", { date: () => <When value={by} /> })}
        </h2>
        <div className="w-44">
          <Field label={t("by")}>
            <Input
              type="date"
              defaultValue={by}
              onChange={({ target }) => {
                if (target.value) router.replace(`/projects/${project.id}/progress?by=${target.value}`);
              }}
            />
          </Field>
        </div>
      </div>
      {late.length === 0 ? (
        <p className="text-ink-2">{t(`nothingLate.${nothingLate(due)}`, { count: due.later, open: due.never })}</p>
      ) : (
        <Table caption={t("late-caption")}>
          <TableHead>
            <Th>{t("report")}</Th>
            <Th>{t("person")}</Th>
            <Th from="sm">{t("state")}</Th>
            <Th>{t("dueHead")}</Th>
          </TableHead>
          <tbody>
            {late.map((each) => (
              <LateRow key={`${each.reportId} ${each.userId}`} late={each} name={people[each.userId]} />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function LateRow({ late, name }: { late: LateWork; name: string | undefined }) {
  const t = useTranslations("work");
  const days = Math.abs(late.late);
  return (
    <Tr>
      <Td className="w-full max-w-0 min-w-40">
        <TitleLink href={`/reports/${late.reportId}`} lang={late.language}>
          {late.title}
        </TitleLink>
      </Td>
      <Td className="whitespace-nowrap">
        <bdi>{name ?? "–"}</bdi>
      </Td>
      <Td from="sm">
        <WorkChip state={late.state} />
      </Td>
      <Td className="whitespace-nowrap">
        <When value={late.due} />
        <span className={late.late > 0 ? "block text-bad" : "block text-ink-3"}>
          {late.late > 0 ? t("late", { days }) : late.late === 0 ? t("today") : t("inDays", { days })}
        </span>
      </Td>
    </Tr>
  );
}

function People({ progress, total }: { progress: WorkProgress; total: WorkCounts }) {
  const t = useTranslations("work");
  const states = useTranslations("work.states");
  return (
    <section aria-labelledby="people" className="space-y-3">
      <h2 id="people" className="headline text-lead">
        {t("people")}
      </h2>
      <Scrollable label={t("people")} className="overflow-x-auto">
        <Table caption={t("states-caption")}>
          <TableHead>
            <Th className="static!">{t("person")}</Th>
            {assignmentStates.map((state) => (
              <Th key={state} numeric className="static!">
                {states(state)}
              </Th>
            ))}
          </TableHead>
          <tbody>
            {progress.people.map((person) => (
              <Tr key={person.userId}>
                <Td className="whitespace-nowrap">
                  <bdi className="font-medium">{person.name}</bdi>
                  {person.late > 0 ? (
                    <span className="ms-2 text-bad">{t("lateCount", { count: person.late })}</span>
                  ) : null}
                </Td>
                <Counts counts={person.states} />
              </Tr>
            ))}
            {progress.people.length > 1 ? (
              <Tr className="text-ink-2">
                <Td className="whitespace-nowrap">{t("whole")}</Td>
                <Counts counts={total} />
              </Tr>
            ) : null}
          </tbody>
        </Table>
      </Scrollable>
    </section>
  );
}

const Counts = ({ counts }: { counts: WorkCounts }) =>
  assignmentStates.map((state) => (
    <Td key={state} numeric className="tabular-nums">
      {counts[state] > 0 ? counts[state] : <span className="text-ink-3">0</span>}
    </Td>
  ));
