"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import type { Choices } from "@/components/queue/choices";
import { useKindNames } from "@/components/queue/kind-names";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
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
  const router = useRouter();
  const [busy, start] = useTransition();
  const named = people.length > 0 ? people : uniquePeople(rows);
  const engines = [...new Set([...rows.flatMap(({ origins }) => Object.keys(origins)), filters.origin ?? ""])];
  const narrowed = queueFilterNames.some((name) => filters[name]);

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
        onSubmit={(event) => {
          event.preventDefault();
          narrow(event.currentTarget);
        }}
        onChange={(event) => narrow(event.currentTarget)}
        className="mb-4 grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto_auto]"
      >
        <Field label={t("person")}>
          <Select name="person" defaultValue={filters.person ?? ""}>
            <option value="">{t("anybody")}</option>
            {named.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("kind")}>
          <Select name="kind" defaultValue={filters.kind ?? ""}>
            <option value="">{t("anyKind")}</option>
            {[...coreKinds, ...labels.map(({ kind }) => kind), ...relationKinds].map((kind) => (
              <option key={kind} value={kind}>
                {kindName(kind)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("origin")}>
          <Select name="origin" defaultValue={filters.origin ?? ""}>
            <option value="">{t("anyOrigin")}</option>
            <option value="person">{t("byPerson")}</option>
            {engines
              .filter((origin) => origin.startsWith("engine:"))
              .map((origin) => (
                <option key={origin} value={origin}>
                  {t("engine", { engine: origin.replace("engine:", "") })}
                </option>
              ))}
          </Select>
        </Field>
        <Field label={t("days")}>
          <Select name="days" defaultValue={String(filters.days ?? "")}>
            <option value="">{t("anyAge")}</option>
            {[...new Set([...ages, ...(filters.days ? [filters.days] : [])])].map((days) => (
              <option key={days} value={days}>
                {t("atLeastDays", { days })}
              </option>
            ))}
          </Select>
        </Field>
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
          <Button type="submit" busy={busy}>
            {t("apply")}
          </Button>
          {narrowed ? (
            <ButtonLink variant="quiet" href={action}>
              {t("clear")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}

const uniquePeople = (rows: readonly QueueRow[]) => [
  ...new Map(rows.flatMap(({ people }) => people.map((each) => [each.id, each] as const))).values(),
];
