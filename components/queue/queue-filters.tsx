"use client";

import { useTranslations } from "use-intl";
import type { Choices } from "@/components/queue/choices";
import { useKindNames } from "@/components/queue/kind-names";
import { addressWith, FilterButtons, FilterForm, useNarrowing } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import { coreKinds } from "@/domain/kind-values";
import type { QueueFilters, QueueRow } from "@/domain/review/queue";
import { queueFilterNames } from "@/domain/review/queue-values";
import { relationKinds } from "@/domain/tag/relation-values";

const ages = [1, 3, 7, 14, 30];

/** Narrows the queue; what is chosen stands in the address and goes along from report to report. */
export function QueueFilterForm({
  action,
  filters,
  rows,
  people,
  labels,
}: Choices & { action: string; filters: QueueFilters; rows: readonly QueueRow[] }) {
  const t = useTranslations("queue");
  const kindName = useKindNames(labels);
  const named = people.length > 0 ? people : uniquePeople(rows);
  const engines = [...new Set([...rows.flatMap(({ origins }) => Object.keys(origins)), filters.origin ?? ""])];
  const narrowed = queueFilterNames.some((name) => filters[name]);

  const { busy, narrow } = useNarrowing(addressWith(action));

  return (
    <FilterForm
      key={JSON.stringify(filters)}
      label={t("filters")}
      action={action}
      busy={busy}
      onNarrow={narrow}
      ticks
      className="mb-4 grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto_auto]"
    >
      <FilterSelect
        name="person"
        label={t("person")}
        any={t("anybody")}
        value={filters.person}
        options={named.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect
        name="kind"
        label={t("kind")}
        any={t("anyKind")}
        value={filters.kind}
        options={[...coreKinds, ...labels.map(({ kind }) => kind), ...relationKinds].map((kind) => ({
          value: kind,
          label: kindName(kind),
        }))}
      />
      <FilterSelect
        name="origin"
        label={t("origin")}
        any={t("anyOrigin")}
        value={filters.origin}
        options={[
          { value: "person", label: t("byPerson") },
          ...engines
            .filter((origin) => origin.startsWith("engine:"))
            .map((origin) => ({ value: origin, label: t("engine", { engine: origin.replace("engine:", "") }) })),
        ]}
      />
      <FilterSelect
        name="days"
        label={t("days")}
        any={t("anyAge")}
        value={filters.days?.toString()}
        options={[...new Set([...ages, ...(filters.days ? [filters.days] : [])])].map((days) => ({
          value: String(days),
          label: t("atLeastDays", { days }),
        }))}
      />
      <label className="flex min-h-9 items-center gap-2 text-small">
        <input
          type="checkbox"
          name="checkWorthy"
          value="yes"
          defaultChecked={filters.checkWorthy === "yes"}
          className="tick"
        />
        {t("onlyCheckWorthy")}
      </label>
      <div className="flex gap-2">
        <FilterButtons busy={busy} apply={t("apply")} clear={narrowed ? { label: t("clear"), href: action } : null} />
      </div>
    </FilterForm>
  );
}

const uniquePeople = (rows: readonly QueueRow[]) => [
  ...new Map(rows.flatMap(({ people }) => people.map((each) => [each.id, each] as const))).values(),
];
