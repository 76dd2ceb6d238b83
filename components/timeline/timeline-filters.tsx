"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { lanesBy } from "@/domain/event/event-values";
import type { Timeline } from "@/domain/event/timeline";

const chosen = ["place", "actor", "type", "source"] as const;

/** What a timeline is narrowed to, as it stands in the address. */
export type TimelineNarrowed = Record<(typeof chosen)[number] | "from" | "to" | "by" | "state", string>;

/** Narrows a timeline to a place, an actor, a type, a source and days, and says what its lanes are. */
export function TimelineFilters({
  base,
  narrowed,
  choices,
  typeName,
}: {
  base: string;
  narrowed: TimelineNarrowed;
  choices: Timeline["choices"];
  typeName: (slug: string) => string;
}) {
  const t = useTranslations("timeline.filters");
  const isNarrowed = Object.entries(narrowed).some(([name, value]) => value !== (usual[name] ?? ""));
  return (
    <search aria-label={t("label")}>
      <form data-screen-only action={base} className="mb-8 grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
        {chosen.map((name) => (
          <Field key={name} label={t(name)}>
            <Select name={name} defaultValue={narrowed[name]}>
              <option value="">{t("any")}</option>
              {choices[name].map(({ value, name: words, count }) => (
                <option key={value} value={value}>
                  {t("choice", { name: name === "type" ? typeName(words) : words, count })}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <Field label={t("from")}>
          <Input name="from" type="date" defaultValue={narrowed.from} />
        </Field>
        <Field label={t("to")}>
          <Input name="to" type="date" defaultValue={narrowed.to} />
        </Field>
        <Field label={t("by")}>
          <Select name="by" defaultValue={narrowed.by}>
            {lanesBy.map((each) => (
              <option key={each} value={each}>
                {t(`lanes.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("state")}>
          <Select name="state" defaultValue={narrowed.state}>
            <option value="current">{t("current")}</option>
            <option value="accepted">{t("accepted")}</option>
          </Select>
        </Field>
        <div className="col-span-full flex gap-2">
          <Button type="submit">{t("apply")}</Button>
          {isNarrowed ? (
            <ButtonLink variant="quiet" href={base}>
              {t("clear")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}

const usual: Record<string, string> = { by: "none", state: "current" };
