"use client";

import { useLocale, useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { addressWith, FilterButtons, FilterForm, useNarrowing } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
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
  const narrowed = filterNames.some((name) => filters[name] !== undefined);

  const { busy, narrow } = useNarrowing(addressWith(action));

  return (
    <FilterForm
      key={JSON.stringify(filters)}
      label={t("filters")}
      action={action}
      busy={busy}
      onNarrow={narrow}
      className="mb-4 grid grid-cols-2 items-end gap-x-3 gap-y-3 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-[minmax(0,1.4fr)_8.5rem_minmax(0,1fr)_8.5rem_9rem_9rem_auto]"
    >
      {filters.sort ? <input type="hidden" name="sort" value={filters.sort} /> : null}
      <div className="col-span-2 sm:col-span-1">
        <Field label={t("words of the title")}>
          <SearchInput name="q" dir="auto" maxLength={200} defaultValue={filters.q ?? ""} />
        </Field>
      </div>
      <FilterSelect
        name="state"
        label={t("state")}
        any={t("anyState")}
        value={filters.state}
        options={reportStates.map((state) => ({ value: state, label: values(`state.${state}`) }))}
      />
      <FilterSelect
        name="outlet"
        label={t("outlet")}
        any={t("anyOutlet")}
        value={filters.outlet}
        options={choices.outlets.map((outlet) => ({ value: outlet, label: outlet }))}
      />
      <FilterSelect
        name="language"
        label={t("language")}
        any={t("anyLanguage")}
        value={filters.language}
        options={choices.languages.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))}
      />
      <Field label={t("from")}>
        <Input type="date" name="from" defaultValue={filters.from ?? ""} />
      </Field>
      <Field label={t("to")}>
        <Input type="date" name="to" defaultValue={filters.to ?? ""} />
      </Field>
      <div className="flex gap-2">
        <FilterButtons
          busy={busy}
          apply={t("apply")}
          clear={
            narrowed
              ? { label: t("clearFilters"), href: filters.sort ? `${action}?sort=${filters.sort}` : action }
              : null
          }
        />
      </div>
      <MoreFilters filters={filters} choices={choices} />
    </FilterForm>
  );
}

/** What is rarely narrowed by; it stands open where something of it is. */
function MoreFilters({ filters, choices }: { filters: ReportFilters; choices: FilterChoices }) {
  const t = useTranslations("reports");
  const urgency = useTranslations("work.priority");
  return (
    <details className="col-span-full" open={more.some((name) => filters[name] !== undefined)}>
      <summary className="w-fit cursor-pointer rounded-1 text-small text-ink-2 hover:text-ink">
        {t("moreFilters")}
      </summary>
      <div className="mt-3 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <FilterSelect
          name="assignee"
          label={t("assignee")}
          any={t("anybody")}
          value={filters.assignee}
          options={[
            { value: "nobody", label: t("nobody") },
            ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {choices.fields.length > 0 ? (
          <>
            <FilterSelect
              name="field"
              label={t("fields")}
              any={t("anyField")}
              value={filters.field}
              options={choices.fields.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
            <FieldValue fields={choices.fields} filters={filters} />
          </>
        ) : null}
        <Field label={t("dueBy")}>
          <Input type="date" name="due" defaultValue={filters.due ?? ""} />
        </Field>
        <FilterSelect
          name="priority"
          label={t("priority")}
          any={t("anyPriority")}
          value={filters.priority?.toString()}
          options={priorities
            .slice(1)
            .map((each, at) => ({ value: String(at), label: t("atLeast", { priority: urgency(each) }) }))}
        />
        <FilterSelect
          name="archived"
          label={t("archive")}
          any={t("notArchived")}
          value={filters.archived}
          options={[{ value: "true", label: t("onlyArchived") }]}
        />
      </div>
    </details>
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
