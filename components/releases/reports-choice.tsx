"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ReportSearch } from "@/components/reports/report-search";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import type { ReportId } from "@/domain/ids";

export type ChosenReport = { id: ReportId; title: string };

/** The reports that a release is narrowed to, found by their titles one after the other; all while none is chosen. */
export function ReportsChoice({
  projectId,
  reports,
  onChange,
}: {
  projectId: string;
  reports: readonly ChosenReport[];
  onChange: (reports: ChosenReport[]) => void;
}) {
  const t = useTranslations("releases.form");
  const [nth, setNth] = useState(0);
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">{t("reports")}</legend>
      <p className="mb-2 text-small text-ink-3">
        {reports.length === 0 ? t("everyReport") : t("someReports", { count: reports.length })}
      </p>
      <ReportSearch
        key={nth}
        projectId={projectId}
        without={reports.map(({ id }) => id)}
        label={t("addReport")}
        placeholder={t("addReport")}
        value={null}
        onChange={(_, report) => {
          if (!report) return;
          onChange([...reports, { id: report.id, title: report.title }]);
          setNth(nth + 1);
        }}
      />
      {reports.length > 0 ? (
        <ul aria-label={t("reports")} className="mt-2 max-h-60 divide-y divide-line overflow-y-auto">
          {reports.map(({ id, title }) => (
            <li key={id} className="flex items-center justify-between gap-2 py-1 text-small">
              <bdi className="min-w-0 break-words">{title}</bdi>
              <IconButton
                size="small"
                label={t("removeReport", { title })}
                icon={<Icon name="close" />}
                onClick={() => onChange(reports.filter((each) => each.id !== id))}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}
