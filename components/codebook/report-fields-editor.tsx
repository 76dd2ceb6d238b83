"use client";

import { useTranslations } from "use-intl";
import { ChoicesEditor } from "@/components/codebook/choices-editor";
import { ThingList } from "@/components/codebook/thing-list";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { ReportField } from "@/domain/codebook/codebook";
import { hasChoices, reportFieldTypes } from "@/domain/codebook/codebook-values";

type Props = {
  fields: readonly ReportField[];
  saved: readonly ReportField[];
  mayChange: boolean;
  onChange: (fields: ReportField[]) => void;
};

/** What a desk notes of each report. The type of a field that is saved stays. */
export function ReportFieldsEditor({ fields, saved, mayChange, onChange }: Props) {
  const t = useTranslations("codebook");
  const before = new Map(saved.map((each) => [each.slug, each]));
  return (
    <ThingList
      items={fields}
      saved={new Set(before.keys())}
      what="field"
      addLabel={t("addReportField")}
      empty={t("noReportFields")}
      mayChange={mayChange}
      make={(named): ReportField => ({ ...named, type: "text", definition: "", choices: [], retired: false })}
      onChange={onChange}
      summary={({ name, type, choices }) => (
        <>
          <bdi className="font-medium">{name}</bdi>
          <span className="text-ink-3">{t(`types.${type}`)}</span>
          {choices.length > 0 ? (
            <span className="min-w-0 truncate text-tiny text-ink-3">
              {choices.map((each) => each.name).join(" · ")}
            </span>
          ) : null}
        </>
      )}
    >
      {mayChange
        ? (field, change) => (
            <>
              <div className="grid gap-4 sm:grid-cols-2">
                <Field label={t("name")}>
                  <Input
                    dir="auto"
                    maxLength={100}
                    value={field.name}
                    onChange={({ target }) => change({ name: target.value })}
                  />
                </Field>
                <Field label={t("type")}>
                  <Select
                    value={field.type}
                    disabled={before.has(field.slug)}
                    onChange={({ target }) => {
                      const type = reportFieldTypes.find((each) => each === target.value) ?? field.type;
                      change({ type, ...(hasChoices(type) ? {} : { choices: [] }) });
                    }}
                  >
                    {reportFieldTypes.map((type) => (
                      <option key={type} value={type}>
                        {t(`types.${type}`)}
                      </option>
                    ))}
                  </Select>
                </Field>
              </div>
              <Field label={t("definition")}>
                <Input
                  dir="auto"
                  maxLength={2000}
                  value={field.definition}
                  onChange={({ target }) => change({ definition: target.value })}
                />
              </Field>
              {hasChoices(field.type) ? (
                <ChoicesEditor
                  choices={field.choices}
                  saved={before.get(field.slug)?.choices}
                  onChange={(choices) => change({ choices })}
                />
              ) : null}
            </>
          )
        : undefined}
    </ThingList>
  );
}
