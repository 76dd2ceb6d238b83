"use client";

import { useTranslations } from "use-intl";
import { FieldInput, type FieldsDraft } from "@/components/reports/field-input";
import { Field } from "@/components/ui/field";
import type { ReportField } from "@/domain/codebook/codebook";

/** What the desk notes of the reports that come in, by the report fields of its codebook. */
export function OwnFields({
  fields,
  draft,
  onChange,
  errorOf,
}: {
  fields: readonly ReportField[];
  draft: FieldsDraft;
  onChange: (draft: FieldsDraft) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useTranslations("import");
  if (fields.length === 0) return null;
  return (
    <fieldset className="space-y-4">
      <legend className="headline mb-1 text-lead">{t("ownFields")}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((field) => (
          <Field
            key={field.slug}
            label={field.name}
            optional
            hint={field.definition || undefined}
            error={errorOf(`fields.${field.slug}`)}
          >
            <FieldInput
              field={field}
              value={draft[field.slug] ?? ""}
              onChange={(text) => onChange({ ...draft, [field.slug]: text })}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
