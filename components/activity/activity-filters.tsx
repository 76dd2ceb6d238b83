"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ReportSearch } from "@/components/reports/report-search";
import { Field } from "@/components/ui/field";
import { FilterButtons, FilterForm, useNarrowing } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import { Input } from "@/components/ui/input";
import { actionKinds } from "@/domain/history/kinds-of-action";

export const activityFilterNames = ["by", "kind", "report", "from", "to"] as const;
/** What the activity is narrowed to, as it stands in the address. */
export type Narrowed = { [Name in (typeof activityFilterNames)[number]]?: string | undefined };

/** The activity's address with these filters and from this entry on. */
export function activityAddress(base: string, narrowed: Narrowed, cursor?: string): string {
  const address = new URLSearchParams();
  for (const name of activityFilterNames) if (narrowed[name]) address.set(name, narrowed[name]);
  if (cursor) address.set("cursor", cursor);
  return address.size > 0 ? `${base}?${address}` : base;
}

/** Narrows the activity by person, kind of action, report and dates; the choice stands in the address. */
export function ActivityFilters({
  base,
  narrowed,
  people,
  project,
  reportTitle,
}: {
  base: string;
  narrowed: Narrowed;
  people: readonly { id: string; name: string }[];
  /** Whose reports can be chosen; undefined where the activity is of one report. */
  project: string | undefined;
  reportTitle: string | undefined;
}) {
  const t = useTranslations("activity.filters");
  const [report, setReport] = useState(narrowed.report ?? null);

  const { busy, narrow } = useNarrowing((given) => activityAddress(base, { ...given, ...(report ? { report } : {}) }));

  return (
    <FilterForm
      label={t("label")}
      busy={busy}
      onNarrow={narrow}
      className="mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-4"
    >
      <FilterSelect
        name="by"
        label={t("by")}
        any={t("anyone")}
        value={narrowed.by}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect
        name="kind"
        label={t("kind")}
        any={t("anyKind")}
        value={narrowed.kind}
        options={actionKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <Field label={t("from")}>
        <Input type="date" name="from" defaultValue={narrowed.from ?? ""} />
      </Field>
      <Field label={t("to")}>
        <Input type="date" name="to" defaultValue={narrowed.to ?? ""} />
      </Field>
      {project ? (
        <div className="col-span-2">
          <Field label={t("report")}>
            <ReportSearch
              projectId={project}
              without={[]}
              label={t("report")}
              placeholder={t("anyReport")}
              value={report}
              valueLabel={reportTitle}
              onChange={setReport}
            />
          </Field>
        </div>
      ) : null}
      <div className="col-span-2 flex gap-2">
        <FilterButtons
          busy={busy}
          apply={t("apply")}
          clear={activityFilterNames.some((name) => narrowed[name]) ? { label: t("clear"), href: base } : null}
        />
      </div>
    </FilterForm>
  );
}
