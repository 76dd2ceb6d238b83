"use client";

import { useTranslations } from "use-intl";
import { KindsChoice } from "@/components/export/kinds-choice";
import type { FormOf, ReleaseDraft } from "@/components/releases/release-draft";
import { ReportsChoice } from "@/components/releases/reports-choice";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { dateMeanings } from "@/domain/release/release-values";

/** What a release is narrowed to. */
export function ReleaseFiltersFields({
  project,
  people,
  labels,
  draft,
  onChange,
  errorOf,
}: Pick<FormOf, "project" | "people" | "labels"> & {
  draft: ReleaseDraft;
  onChange: (more: Partial<ReleaseDraft>) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useTranslations("releases.form");
  return (
    <div className="space-y-4">
      <Field label={t("state")}>
        <Select
          value={draft.everyState ? "every" : "accepted"}
          onChange={({ target }) => onChange({ everyState: target.value === "every" })}
        >
          <option value="accepted">{t("onlyAccepted")}</option>
          <option value="every">{t("everyState")}</option>
        </Select>
      </Field>
      {project.mode === "independent" ? (
        <Field label={t("layers")}>
          <Select
            value={draft.analysts ? "analysts" : "counted"}
            onChange={({ target }) => onChange({ analysts: target.value === "analysts" })}
          >
            <option value="counted">{t("counted")}</option>
            <option value="analysts">{t("analysts")}</option>
          </Select>
        </Field>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("languages")}>
          <Select value={draft.language} onChange={({ target }) => onChange({ language: target.value })}>
            <option value="">{t("everyLanguage")}</option>
            {project.languages.map((language) => (
              <option key={language} value={language}>
                {language}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("people")}>
          <Select
            value={draft.person}
            onChange={({ target }) => onChange({ person: people.find(({ id }) => id === target.value)?.id ?? "" })}
          >
            <option value="">{t("everybody")}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {t("person", { name })}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <DateFilter draft={draft} onChange={onChange} errorOf={errorOf} />
      <KindsChoice kinds={draft.kinds} labels={labels} onChange={(kinds) => onChange({ kinds })} />
      {draft.kinds?.length === 0 ? <p className="text-small text-bad">{t("noKind")}</p> : null}
      <ReportsChoice projectId={project.id} reports={draft.reports} onChange={(reports) => onChange({ reports })} />
      <Checkbox
        label={t("split")}
        hint={t("splitHint")}
        checked={draft.split}
        onChange={(split) => onChange({ split })}
      />
    </div>
  );
}

/** Which of a report's dates counts, and from when to when. */
function DateFilter({
  draft,
  onChange,
  errorOf,
}: {
  draft: ReleaseDraft;
  onChange: (more: Partial<ReleaseDraft>) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useTranslations("releases.form");
  return (
    <>
      <Field label={t("date")} hint={draft.date === "event" ? t("dateHint") : undefined}>
        <Select
          value={draft.date}
          onChange={({ target }) => onChange({ date: dateMeanings.find((each) => each === target.value) ?? "" })}
        >
          <option value="">{t("noDate")}</option>
          {dateMeanings.map((which) => (
            <option key={which} value={which}>
              {t(`dates.${which}`)}
            </option>
          ))}
        </Select>
      </Field>
      {draft.date === "" ? null : (
        <div className="grid grid-cols-2 gap-4">
          <Field label={t("from")} error={errorOf("date.from")}>
            <Input type="date" value={draft.from} onChange={({ target }) => onChange({ from: target.value })} />
          </Field>
          <Field label={t("to")} error={errorOf("date.to")}>
            <Input type="date" value={draft.to} onChange={({ target }) => onChange({ to: target.value })} />
          </Field>
        </div>
      )}
    </>
  );
}
