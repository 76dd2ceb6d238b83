"use client";

import { useTranslations } from "use-intl";
import { FieldNames } from "@/components/reports/field-names";
import { type FilterChoices, Filters, filterNames } from "@/components/reports/filters";
import { ReportTable } from "@/components/reports/report-table";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Paging, pageAt } from "@/components/ui/paging";
import type { Project } from "@/domain/project/project";
import type { ReportFilters, ReportRow } from "@/domain/report/report";
import type { ReportColumn, Sort } from "@/domain/report/sorting";

/** A project's first page: its reports, narrowed and paged by the address. */
export function ReportsPage({
  project,
  rows,
  next,
  paged,
  filters,
  choices,
  today,
  may,
  shown,
}: {
  project: Project;
  rows: readonly ReportRow[];
  /** The cursor of the next page, if there is one. */
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
  filters: ReportFilters;
  choices: FilterChoices;
  /** A day by the server's calendar. */
  today: string;
  may: { import: boolean; triage: boolean; assign: boolean };
  /** How this person likes the table, and how it is sorted now. */
  shown: { columns: readonly ReportColumn[]; sort: Sort };
}) {
  const t = useTranslations("reports");
  const values = useTranslations("values");
  const base = `/projects/${project.id}`;
  const narrowed = filterNames.some((name) => filters[name] !== undefined);
  const bring = (
    <ButtonLink variant="primary" href={`${base}/import`} icon={<Icon name="add" />}>
      {t("import")}
    </ButtonLink>
  );
  const empty = rows.length === 0 && !narrowed && !paged;

  return (
    <Page
      title={project.name}
      lead={t("lead", { mode: values(`modeHere.${project.mode}`), role: values(`roleHere.${project.role}`) })}
      actions={may.import && !empty ? bring : null}
    >
      {empty ? (
        <EmptyState title={t("emptyTitle")} action={may.import ? bring : null}>
          {may.import ? t("emptyMay") : t("emptyMayNot")}
        </EmptyState>
      ) : (
        <FieldNames fields={choices.fields}>
          <Filters action={base} filters={filters} choices={choices} />
          {rows.length > 0 ? (
            <ReportTable
              project={project}
              rows={rows}
              people={choices.people}
              today={today}
              may={may}
              shown={shown}
              addressOf={(sort) => addressOf(base, { ...filters, sort })}
            />
          ) : (
            <EmptyState
              title={t("noneTitle")}
              action={<ButtonLink href={addressOf(base, { sort: filters.sort })}>{t("clearFilters")}</ButtonLink>}
            >
              {t("none")}
            </EmptyState>
          )}
          <Paging
            label={t("pages")}
            first={paged ? addressOf(base, filters) : undefined}
            next={next && pageAt(addressOf(base, filters), next)}
          />
        </FieldNames>
      )}
    </Page>
  );
}

/** The table's address with these filters and this order. */
function addressOf(base: string, filters: ReportFilters): string {
  const address = new URLSearchParams();
  for (const name of [...filterNames, "sort"] as const)
    if (filters[name] !== undefined) address.set(name, String(filters[name]));
  return address.size > 0 ? `${base}?${address}` : base;
}
