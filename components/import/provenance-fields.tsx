"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { directions } from "@/domain/report/report-values";

/** What is known about where a report comes from, as it is filled in: every field a string, empty when unknown. */
export interface ProvenanceDraft {
  title: string;
  outlet: string;
  author: string;
  published: string;
  retrieved: string;
  url: string;
  language: string;
  direction: string;
}

export const unknownProvenance: ProvenanceDraft = {
  title: "",
  outlet: "",
  author: "",
  published: "",
  retrieved: "",
  url: "",
  language: "",
  direction: "",
};

/** Only what is known, as the API takes it. */
export function known(draft: ProvenanceDraft): Partial<ProvenanceDraft> {
  return Object.fromEntries(
    Object.entries(draft)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ""),
  );
}

export function ProvenanceFields({
  draft,
  onChange,
  errorOf,
  titled,
  titleHint,
}: {
  draft: ProvenanceDraft;
  onChange: (draft: ProvenanceDraft) => void;
  errorOf: (field: string) => string | undefined;
  /** Whether one title can hold for what is imported. */
  titled: boolean;
  titleHint?: string | undefined;
}) {
  const t = useTranslations("import");
  const values = useTranslations("values");
  const set = (name: keyof ProvenanceDraft) => (event: { target: { value: string } }) =>
    onChange({ ...draft, [name]: event.target.value });

  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {titled ? (
        <div className="sm:col-span-2">
          <Field label={t("reportTitle")} required hint={titleHint} error={errorOf("title")}>
            <Input dir="auto" maxLength={500} value={draft.title} onChange={set("title")} />
          </Field>
        </div>
      ) : null}
      <Field label={t("outlet")} optional error={errorOf("outlet")}>
        <Input dir="auto" maxLength={300} value={draft.outlet} onChange={set("outlet")} />
      </Field>
      <Field label={t("author")} optional error={errorOf("author")}>
        <Input dir="auto" maxLength={300} value={draft.author} onChange={set("author")} />
      </Field>
      <Field label={t("published")} optional error={errorOf("published")}>
        <Input
          type={draft.published.includes("T") ? "text" : "date"}
          value={draft.published}
          onChange={set("published")}
        />
      </Field>
      <Field label={t("retrieved")} optional error={errorOf("retrieved")}>
        <Input type="date" value={draft.retrieved} onChange={set("retrieved")} />
      </Field>
      <div className="sm:col-span-2">
        <Field label={t("url")} optional error={errorOf("url")}>
          <Input type="url" inputMode="url" maxLength={2000} value={draft.url} onChange={set("url")} />
        </Field>
      </div>
      <Field label={t("language")} optional hint={t("languageHint")} error={errorOf("language")}>
        <Input
          value={draft.language}
          spellCheck={false}
          autoCapitalize="none"
          maxLength={35}
          onChange={set("language")}
        />
      </Field>
      <Field label={t("direction")} optional error={errorOf("direction")}>
        <Select value={draft.direction} onChange={set("direction")}>
          <option value="">{t("directionAuto")}</option>
          {directions.map((each) => (
            <option key={each} value={each}>
              {values(`direction.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
