"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input, SearchInput, Select } from "@/components/ui/input";
import type { ReportField } from "@/domain/codebook/codebook";
import type { ReportFilters } from "@/domain/report/report";
import { priorities, reportStates } from "@/domain/report/report-values";

/** What there is to narrow by. */
export interface FilterChoices {
  outlets: readonly string[];
  languages: readonly string[];
  /** The report fields of the codebook. */
  fields: readonly ReportField[];
  /** Who can have work here. */
  people: readonly { id: string; name: string }[];
}

export const filterNames = [
  "state",
  "outlet",
  "language",
  "from",
  "to",
  "q",
  "field",
  "fieldValue",
  "assignee",
  "due",
  "priority",
  "archived",
] as const;
const more = ["field", "assignee", "due", "priority", "archived"] as const;

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
  const urgency = useTranslations("work.priority");
  const narrowed = filterNames.some((name) => filters[name] !== undefined);

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
        className="mb-4 grid grid-cols-2 items-end gap-x-3 gap-y-3 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-[minmax(0,1.4fr)_8.5rem_minmax(0,1fr)_8.5rem_9rem_9rem_auto]"
      >
        {filters.sort ? <input type="hidden" name="sort" value={filters.sort} /> : null}
        <div className="col-span-2 sm:col-span-1">
          <Field label={t("words of the title")}>
            <SearchInput name="q" dir="auto" maxLength={200} defaultValue={filters.q ?? ""} />
          </Field>
        </div>
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
            <ButtonLink variant="quiet" href={filters.sort ? `${action}?sort=${filters.sort}` : action}>
              {t("clearFilters")}
            </ButtonLink>
          ) : null}
        </div>
        <details className="col-span-full" open={more.some((name) => filters[name] !== undefined)}>
          <summary className="w-fit cursor-pointer rounded-1 text-small text-ink-2 hover:text-ink">
            {t("moreFilters")}
          </summary>
          <div className="mt-3 grid grid-cols-2 gap-3 lg:grid-cols-4">
            <Field label={t("assignee")}>
              <Select name="assignee" defaultValue={filters.assignee ?? ""}>
                <option value="">{t("anybody")}</option>
                <option value="nobody">{t("nobody")}</option>
                {choices.people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            {choices.fields.length > 0 ? (
              <>
                <Field label={t("fields")}>
                  <Select name="field" defaultValue={filters.field ?? ""}>
                    <option value="">{t("anyField")}</option>
                    {choices.fields.map(({ slug, name }) => (
                      <option key={slug} value={slug}>
                        {name}
                      </option>
                    ))}
                  </Select>
                </Field>
                <FieldValue fields={choices.fields} filters={filters} />
              </>
            ) : null}
            <Field label={t("dueBy")}>
              <Input type="date" name="due" defaultValue={filters.due ?? ""} />
            </Field>
            <Field label={t("priority")}>
              <Select name="priority" defaultValue={filters.priority === undefined ? "" : String(filters.priority)}>
                <option value="">{t("anyPriority")}</option>
                {priorities.map((each, at) =>
                  at > 0 ? (
                    <option key={each} value={String(at - 1)}>
                      {t("atLeast", { priority: urgency(each) })}
                    </option>
                  ) : null,
                )}
              </Select>
            </Field>
            <Field label={t("archive")}>
              <Select name="archived" defaultValue={filters.archived ?? ""}>
                <option value="">{t("notArchived")}</option>
                <option value="true">{t("onlyArchived")}</option>
              </Select>
            </Field>
          </div>
        </details>
      </form>
    </search>
  );
}

/** What a report field has to say: one of its values, or words that stand in it. */
function FieldValue({ fields, filters }: { fields: readonly ReportField[]; filters: ReportFilters }) {
  const t = useTranslations("reports");
  const choices = fields.find(({ slug }) => slug === filters.field)?.choices ?? [];
  return (
    <Field label={t("fieldValue")}>
      {choices.length > 0 ? (
        <Select name="fieldValue" defaultValue={filters.fieldValue ?? ""}>
          <option value="">{t("anyValue")}</option>
          {choices.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <Input name="fieldValue" dir="auto" maxLength={200} defaultValue={filters.fieldValue ?? ""} />
      )}
    </Field>
  );
}
