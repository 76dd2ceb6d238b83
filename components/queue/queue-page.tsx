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
import { Icon } from "@/components/ui/icon";
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
          <Pages base={base} filters={filters} next={next} paged={paged} />
        </>
      )}
    </Page>
  );
}

function Pages({
  base,
  filters,
  next,
  paged,
}: {
  base: string;
  filters: QueueFilters;
  next: string | undefined;
  paged: boolean;
}) {
  const t = useTranslations("queue");
  if (!next && !paged) return null;
  const at = (cursor?: string) => {
    const address = searchOf(filters);
    if (cursor) address.set("cursor", cursor);
    return address.size > 0 ? `${base}?${address}` : base;
  };
  return (
    <nav aria-label={t("pages")} className="mt-5 flex justify-center gap-2">
      {paged ? <ButtonLink href={at()}>{t("first")}</ButtonLink> : null}
      {next ? (
        <ButtonLink href={at(next)} rel="next">
          {t("more")}
          <Icon name="forward" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
