"use client";

import { useTranslations } from "use-intl";
import { ThingList } from "@/components/codebook/thing-list";
import { TypedFields } from "@/components/codebook/typed-fields";
import { Dotted } from "@/components/ui/dotted";
import type { ReportField } from "@/domain/codebook/codebook";
import { reportFieldTypes } from "@/domain/codebook/codebook-values";

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
              <Dotted facts={choices.map((each) => each.name)} />
            </span>
          ) : null}
        </>
      )}
    >
      {mayChange
        ? (field, change) => (
            <TypedFields thing={field} types={reportFieldTypes} saved={before.get(field.slug)} change={change} />
          )
        : undefined}
    </ThingList>
  );
}
