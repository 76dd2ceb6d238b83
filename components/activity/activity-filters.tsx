"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { ReportSearch } from "@/components/reports/report-search";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
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
  const router = useRouter();
  const [busy, start] = useTransition();
  const [report, setReport] = useState(narrowed.report ?? null);

  function narrow(form: HTMLFormElement, chosen: string | null = report) {
    const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    start(() => router.push(activityAddress(base, { ...given, ...(chosen ? { report: chosen } : {}) })));
  }

  return (
    <search aria-label={t("label")}>
      <form
        aria-busy={busy}
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          narrow(event.currentTarget);
        }}
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) narrow(event.currentTarget);
        }}
        className="mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-4"
      >
        <Field label={t("by")}>
          <Select name="by" defaultValue={narrowed.by ?? ""}>
            <option value="">{t("anyone")}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("kind")}>
          <Select name="kind" defaultValue={narrowed.kind ?? ""}>
            <option value="">{t("anyKind")}</option>
            {actionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
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
          <Button type="submit" busy={busy}>
            {t("apply")}
          </Button>
          {activityFilterNames.some((name) => narrowed[name]) ? (
            <ButtonLink variant="quiet" href={base}>
              {t("clear")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}
