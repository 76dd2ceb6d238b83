"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import type { NamedLabel } from "@/components/guidelines/guidelines-editor";
import { GuidelinesField } from "@/components/project/guidelines-field";
import { slugFrom } from "@/components/project/slug";
import { type ProjectDraft, type ProjectWriting, useProjectDraft } from "@/components/project/use-project-draft";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Project } from "@/domain/project/project";
import { modes, presets } from "@/domain/project/project-values";

/** The fields of a project, new or known. Mode and preset are chosen once: what was made under them stays. */
export function ProjectForm({
  id,
  project,
  labels = [],
  sending,
  note,
  onSubmit,
}: {
  /** The form's id, for a submit button outside it. */
  id: string;
  project?: Project;
  /** What examples in the guidelines may be tagged as besides the core kinds. */
  labels?: readonly NamedLabel[];
  sending: Sending;
  /** What is said about the last attempt, where it is not the usual. */
  note?: ReactNode;
  onSubmit: (draft: ProjectDraft) => void;
}) {
  const t = useTranslations("projects");
  const api = useTranslations("api");
  const { written, write, draft } = useProjectDraft(project);
  const its = { written, write, sending };
  return (
    <form
      id={id}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(draft());
      }}
      className="flex flex-col gap-4"
    >
      {note ?? (sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null)}
      <Names {...its} isNew={!project} />
      {project ? null : <Kind {...its} />}
      <GuidelinesField
        value={written.guidelines}
        labels={labels}
        file={`${project?.slug ?? (written.slug || slugFrom(written.name))}-guidelines`}
        shipped={!project}
        error={sending.errorOf("guidelines") ?? sending.errorOf("guidelinesProse")}
        onChange={(guidelines) => write({ guidelines })}
      />
      <Checkbox
        label={t("twoPersonRule")}
        hint={t("twoPersonRuleHint")}
        checked={written.twoPersonRule}
        onChange={(twoPersonRule) => write({ twoPersonRule })}
      />
      <Checkbox
        label={t("releaseApproval")}
        hint={t("releaseApprovalHint")}
        checked={written.releaseApproval}
        onChange={(releaseApproval) => write({ releaseApproval })}
      />
      {project ? null : (
        <Checkbox
          label={t("practice")}
          hint={t("practiceHint")}
          checked={written.practice}
          onChange={(practice) => write({ practice })}
        />
      )}
      {project?.practice ? <p className="text-small text-ink-2">{t("practiceHere")}</p> : null}
      <Pool {...its} />
    </form>
  );
}

type Its = ProjectWriting & { sending: Sending };

/** What a project is called, and which languages and countries it is about. */
function Names({ written, write, sending, isNew }: Its & { isNew: boolean }) {
  const t = useTranslations("projects");
  return (
    <>
      <Field label={t("name")} required error={sending.errorOf("name")}>
        <Input
          value={written.name}
          maxLength={200}
          dir="auto"
          onChange={({ target }) => write({ name: target.value })}
        />
      </Field>
      {isNew ? (
        <Field label={t("slug")} hint={t("slugHint")} error={sending.errorOf("slug")}>
          <Input
            value={written.slug}
            placeholder={slugFrom(written.name)}
            maxLength={63}
            spellCheck={false}
            autoCapitalize="none"
            onChange={({ target }) => write({ slug: target.value })}
          />
        </Field>
      ) : null}
      <Field label={t("languages")} hint={t("languagesHint")} error={sending.errorOf("languages")}>
        <Input
          value={written.languages}
          spellCheck={false}
          onChange={({ target }) => write({ languages: target.value })}
        />
      </Field>
      <Field label={t("countries")} hint={t("countriesHint")} error={sending.errorOf("countries")}>
        <Input
          value={written.countries}
          spellCheck={false}
          autoCapitalize="characters"
          onChange={({ target }) => write({ countries: target.value })}
        />
      </Field>
    </>
  );
}

/** How people work in it, and what it begins with. */
function Kind({ written: { mode, preset, practice }, write }: Its) {
  const t = useTranslations("projects");
  const values = useTranslations("values");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("mode")} hint={values(`modeMeans.${mode}`)}>
        <Choice
          value={practice ? "independent" : mode}
          disabled={practice}
          options={modes}
          nameOf={(each) => values(`mode.${each}`)}
          onChange={(next) => write({ mode: next })}
        />
      </Field>
      <Field label={t("preset")} hint={values(`presetMeans.${preset}`)}>
        <Choice
          value={preset}
          options={presets}
          nameOf={(each) => values(`preset.${each}`)}
          onChange={(next) => write({ preset: next })}
        />
      </Field>
    </div>
  );
}

/** How many reports wait for whoever has none, and how long one may keep them. */
function Pool({ written, write, sending }: Its) {
  const t = useTranslations("projects");
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-1 text-small font-medium">{t("pool")}</legend>
      <Field label={t("poolSize")} hint={t("poolSizeHint")} error={sending.errorOf("poolSize")}>
        <Input
          type="number"
          min={0}
          max={20}
          value={written.poolSize}
          onChange={({ target }) => write({ poolSize: target.value })}
        />
      </Field>
      <Field label={t("poolHours")} hint={t("poolHoursHint")} error={sending.errorOf("poolHours")}>
        <Input
          type="number"
          min={1}
          max={8760}
          value={written.poolHours}
          onChange={({ target }) => write({ poolHours: target.value })}
        />
      </Field>
    </fieldset>
  );
}
