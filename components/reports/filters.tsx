"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { ReportFilters } from "@/domain/report/report";
import { reportStates } from "@/domain/report/report-values";

/** What there is to narrow by. */
export interface FilterChoices {
  outlets: readonly string[];
  languages: readonly string[];
}

export const filterNames = ["state", "outlet", "language", "from", "to"] as const;

/** Narrows the list; what is chosen stands in the address, so that it can be kept and sent. */
export function Filters({
  action,
  filters,
  choices,
}: {
  action: string;
  filters: ReportFilters;
  choices: FilterChoices;
}) {
  const t = useTranslations("reports");
  const values = useTranslations("values");
  const names = new Intl.DisplayNames(useLocale(), { type: "language", fallback: "code" });
  const router = useRouter();
  const [busy, start] = useTransition();
  const narrowed = filterNames.some((name) => filters[name]);

  function narrow(form: HTMLFormElement) {
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) chosen.set(name, value);
    start(() => router.push(chosen.size > 0 ? `${action}?${chosen}` : action));
  }

  return (
    <search aria-label={t("filters")}>
      <form
        action={action}
        aria-busy={busy}
        key={JSON.stringify(filters)}
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          narrow(event.currentTarget);
        }}
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) narrow(event.currentTarget);
        }}
        className="mb-4 grid grid-cols-2 items-end gap-x-3 gap-y-3 sm:grid-cols-3 lg:grid-cols-[10rem_minmax(0,1fr)_10rem_9.5rem_9.5rem_auto]"
      >
        <Field label={t("state")}>
          <Select name="state" defaultValue={filters.state ?? ""}>
            <option value="">{t("anyState")}</option>
            {reportStates.map((state) => (
              <option key={state} value={state}>
                {values(`state.${state}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("outlet")}>
          <Select name="outlet" defaultValue={filters.outlet ?? ""}>
            <option value="">{t("anyOutlet")}</option>
            {choices.outlets.map((outlet) => (
              <option key={outlet} value={outlet}>
                {outlet}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("language")}>
          <Select name="language" defaultValue={filters.language ?? ""}>
            <option value="">{t("anyLanguage")}</option>
            {choices.languages.map((tag) => (
              <option key={tag} value={tag}>
                {names.of(tag) ?? tag}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("from")}>
          <Input type="date" name="from" defaultValue={filters.from ?? ""} />
        </Field>
        <Field label={t("to")}>
          <Input type="date" name="to" defaultValue={filters.to ?? ""} />
        </Field>
        <div className="flex gap-2">
          <Button type="submit" busy={busy}>
            {t("apply")}
          </Button>
          {narrowed ? (
            <ButtonLink variant="quiet" href={action}>
              {t("clearFilters")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}
