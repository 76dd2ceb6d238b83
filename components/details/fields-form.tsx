"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Meanwhile } from "@/components/api/meanwhile";
import { useSending } from "@/components/api/use-sending";
import { draftOf, FieldInput, valuesOf } from "@/components/reports/field-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { ReportField } from "@/domain/codebook/codebook";
import type { ReportRow } from "@/domain/report/report";
import type { ReportFieldValues } from "@/domain/report/report-fields";

/** What the desk notes of a report; retired fields stand there as long as they say something. */
export function FieldsForm({
  report,
  fields,
  mayChange,
}: {
  report: ReportRow;
  fields: readonly ReportField[];
  mayChange: boolean;
}) {
  const t = useTranslations("details");
  const ask = useAsk();
  const router = useRouter();
  const tell = useToast();
  const sending = useSending();
  const [seen, setSeen] = useState<ReportFieldValues>(report.fields ?? {});
  const [draft, setDraft] = useState(() => draftOf(report.fields));

  const save = async (values: ReportFieldValues, over: ReportFieldValues) => {
    const done = await sending.send(() =>
      ask("PATCH", `/reports/${report.id}`, { fields: values, seen: { fields: over } }),
    );
    if (!done) return;
    setSeen(done.fields ?? {});
    setDraft(draftOf(done.fields));
    tell({ title: t("fieldsKept") });
    router.refresh();
  };

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(valuesOf(draft, fields), seen);
      }}
    >
      <fieldset disabled={!mayChange} className="space-y-4">
        {sending.problem ? (
          <Meanwhile<{ fields?: ReportFieldValues }>
            problem={sending.problem}
            nameOf={() => t("fields")}
            onTake={(now) => {
              setSeen(now.fields ?? {});
              setDraft(draftOf(now.fields));
              sending.reset();
            }}
            onOverrule={(now) => void save(valuesOf(draft, fields), now.fields ?? {})}
          />
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          {fields
            .filter(({ slug, retired }) => !retired || seen[slug] !== undefined)
            .map((field) => (
              <Field
                key={field.slug}
                label={field.name}
                hint={field.definition}
                error={sending.errorOf(`fields.${field.slug}`)}
              >
                <FieldInput
                  field={field}
                  value={draft[field.slug] ?? ""}
                  onChange={(text) => setDraft((now) => ({ ...now, [field.slug]: text }))}
                />
              </Field>
            ))}
        </div>
        {mayChange ? (
          <Button type="submit" busy={sending.busy}>
            {t("keepFields")}
          </Button>
        ) : null}
      </fieldset>
    </form>
  );
}
