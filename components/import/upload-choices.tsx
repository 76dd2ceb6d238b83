"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ReportField } from "@/domain/codebook/codebook";
import { foundFields } from "@/domain/document/found-fields";

/** How files are to be taken in, where their types leave a choice. */
export interface UploadChoices {
  whole: boolean;
  attachments: boolean;
  comments: boolean;
  /** Of tables: the column's name by field; empty where its usual name is meant. */
  columns: Readonly<Record<string, string>>;
}

export const usualChoices: UploadChoices = { whole: false, attachments: false, comments: false, columns: {} };

/** The choices as the API takes them. */
export function chosen({ whole, attachments, comments, columns }: UploadChoices): Record<string, string> {
  const named = Object.entries(columns).filter(([, name]) => name.trim() !== "");
  return {
    ...(whole && { take: "whole" }),
    ...(attachments && { attachments: "import" }),
    ...(comments && { comments: "threads" }),
    ...(named.length > 0 && { columns: JSON.stringify(Object.fromEntries(named)) }),
  };
}

/** Asks only what the chosen files leave open. An archive may hold files of any type. */
export function UploadChoicesFields({
  files,
  own = [],
  choices,
  onChange,
}: {
  files: readonly File[];
  /** The report fields of the project, which columns may hold too. */
  own?: readonly Pick<ReportField, "slug" | "name">[];
  choices: UploadChoices;
  onChange: (choices: UploadChoices) => void;
}) {
  const t = useTranslations("import");
  const columns = [
    ...["text" as const, ...foundFields].map((field) => ({ field, name: t(`fields.${field}`) })),
    ...own.map(({ slug, name }) => ({ field: `fields.${slug}`, name })),
  ];
  const has = (endings: RegExp) => files.some(({ name }) => endings.test(name));
  return (
    <>
      {has(/\.(?:x?html?|mht(?:ml)?|zip)$/i) ? (
        <Checkbox
          label={t("wholePage")}
          hint={t("wholePageHint")}
          checked={choices.whole}
          onChange={(whole) => onChange({ ...choices, whole })}
        />
      ) : null}
      {has(/\.(?:eml|zip)$/i) ? (
        <Checkbox
          label={t("attachments")}
          hint={t("attachmentsHint")}
          checked={choices.attachments}
          onChange={(attachments) => onChange({ ...choices, attachments })}
        />
      ) : null}
      {has(/\.(?:doc[xm]|dotx|odt|ott|zip)$/i) ? (
        <Checkbox
          label={t("comments")}
          hint={t("commentsHint")}
          checked={choices.comments}
          onChange={(comments) => onChange({ ...choices, comments })}
        />
      ) : null}
      {has(/\.(?:csv|tsv|jsonl|ndjson|xlsx|zip)$/i) ? (
        <fieldset className="space-y-3">
          <legend className="font-medium">{t("columns")}</legend>
          <p className="text-small text-ink-3">{t("columnsHint")}</p>
          {own.length > 0 ? <p className="text-small text-ink-3">{t("columnsOwn")}</p> : null}
          <div className="grid gap-3 sm:grid-cols-3">
            {columns.map(({ field, name }) => (
              <Field key={field} label={t("columnOf", { field: name })}>
                <Input
                  dir="auto"
                  maxLength={200}
                  value={choices.columns[field] ?? ""}
                  onChange={(event) =>
                    onChange({ ...choices, columns: { ...choices.columns, [field]: event.target.value } })
                  }
                />
              </Field>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}
