"use client";

import { useTranslations } from "use-intl";
import { addressOf } from "@/components/queue/address";
import { BatchDialog } from "@/components/queue/batch-dialog";
import type { Choices } from "@/components/queue/choices";
import { QueueFilterForm } from "@/components/queue/queue-filters";
import { QueueTable } from "@/components/queue/queue-table";
import { searchOf } from "@/components/queue/search";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Paging, pageAt } from "@/components/ui/paging";
import type { Project } from "@/domain/project/project";
import type { QueueFilters, QueueRow } from "@/domain/review/queue";
import { queueFilterNames } from "@/domain/review/queue-values";

/** What waits for a decision, report by report: in one project, or in all where one reviews. */
export function QueuePage({
  project,
  rows,
  next,
  paged,
  filters,
  people = [],
  labels = [],
  now,
}: Partial<Choices> & {
  project?: Project;
  rows: readonly QueueRow[];
  /** The cursor of the next page, if there is one. */
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
  filters: QueueFilters;
  /** By the server's clock. */
  now: string;
}) {
  const t = useTranslations("queue");
  const base = project ? `/projects/${project.id}/queue` : "/queue";
  const narrowed = queueFilterNames.some((name) => filters[name]);
  const [first] = rows;
  const nothing = rows.length === 0 && !next;
  return (
    <Page
      title={project ? t("title") : t("allTitle")}
      lead={project ? t("lead", { project: project.name }) : t("allLead")}
      actions={
        <>
          {project ? (
            <ButtonLink variant="quiet" href="/queue">
              {t("all")}
            </ButtonLink>
          ) : null}
          {project && !nothing ? <BatchDialog project={project} filters={filters} labels={labels} /> : null}
          {first ? (
            <ButtonLink variant="primary" href={addressOf(first, filters)}>
              {t("start")}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {nothing && !narrowed && !paged ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <>
          <QueueFilterForm action={base} filters={filters} rows={rows} people={people} labels={labels} />
          {rows.length > 0 ? (
            <QueueTable rows={rows} filters={filters} withProject={!project} labels={labels} now={now} />
          ) : (
            <EmptyState title={t("noneTitle")} action={<ButtonLink href={base}>{t("clear")}</ButtonLink>}>
              {t("none")}
            </EmptyState>
          )}
          <Paging
            label={t("pages")}
            first={paged ? narrowedTo(base, filters) : undefined}
            next={next && pageAt(narrowedTo(base, filters), next)}
          />
        </>
      )}
    </Page>
  );
}

const narrowedTo = (base: string, filters: QueueFilters) => {
  const address = searchOf(filters);
  return address.size > 0 ? `${base}?${address}` : base;
};
