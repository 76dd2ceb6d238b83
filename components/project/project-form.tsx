"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import type { NamedLabel } from "@/components/guidelines/guidelines-editor";
import { GuidelinesField } from "@/components/project/guidelines-field";
import { slugFrom } from "@/components/project/slug";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { Project } from "@/domain/project/project";
import { modes, presets } from "@/domain/project/project-values";
import { plainOf, proseOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

/** What a person fills in about a project, as the API takes it. */
export interface ProjectDraft {
  name: string;
  slug: string;
  mode: Project["mode"];
  languages: string[];
  countries: string[];
  preset: Project["preset"];
  /** Undefined when nobody has touched them, or when nothing of a new project's is written. */
  guidelinesProse?: Prose;
  twoPersonRule: boolean;
  practice: boolean;
  poolSize: number;
  poolHours: number;
}

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
  const values = useTranslations("values");
  const api = useTranslations("api");
  const [name, setName] = useState(project?.name ?? "");
  const [slug, setSlug] = useState(project?.slug ?? "");
  const [languages, setLanguages] = useState(project?.languages.join(", ") ?? "en");
  const [countries, setCountries] = useState(project?.countries.join(", ") ?? "");
  const [mode, setMode] = useState<Project["mode"]>(project?.mode ?? "shared");
  const [preset, setPreset] = useState<Project["preset"]>(project?.preset ?? "conflict-monitor");
  const [guidelines, setGuidelines] = useState(project?.guidelinesProse ?? proseOf(""));
  const [practice, setPractice] = useState(project?.practice ?? false);
  const [poolSize, setPoolSize] = useState(String(project?.poolSize ?? 0));
  const [poolHours, setPoolHours] = useState(String(project?.poolHours ?? 72));
  const [twoPersonRule, setTwoPersonRule] = useState(project?.twoPersonRule ?? false);

  const isWritten = project ? guidelines !== project.guidelinesProse : plainOf(guidelines).trim() !== "";

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit({
      name,
      slug: slug || slugFrom(name),
      mode,
      languages: languages.split(/[\s,;]+/).filter(Boolean),
      countries: countries
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
      preset,
      ...(isWritten ? { guidelinesProse: guidelines } : {}),
      twoPersonRule,
      practice,
      poolSize: Number(poolSize),
      poolHours: Number(poolHours),
    });
  }

  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-4">
      {note ?? (sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null)}
      <Field label={t("name")} required error={sending.errorOf("name")}>
        <Input value={name} maxLength={200} dir="auto" onChange={(event) => setName(event.target.value)} />
      </Field>
      {project ? null : (
        <Field label={t("slug")} hint={t("slugHint")} error={sending.errorOf("slug")}>
          <Input
            value={slug}
            placeholder={slugFrom(name)}
            maxLength={63}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => setSlug(event.target.value)}
          />
        </Field>
      )}
      <Field label={t("languages")} hint={t("languagesHint")} error={sending.errorOf("languages")}>
        <Input value={languages} spellCheck={false} onChange={(event) => setLanguages(event.target.value)} />
      </Field>
      <Field label={t("countries")} hint={t("countriesHint")} error={sending.errorOf("countries")}>
        <Input
          value={countries}
          spellCheck={false}
          autoCapitalize="characters"
          onChange={(event) => setCountries(event.target.value)}
        />
      </Field>
      {project ? null : (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("mode")} hint={values(`modeMeans.${mode}`)}>
            <Select
              value={practice ? "independent" : mode}
              disabled={practice}
              onChange={(event) => setMode(modes.find((m) => m === event.target.value) ?? mode)}
            >
              {modes.map((each) => (
                <option key={each} value={each}>
                  {values(`mode.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t("preset")} hint={values(`presetMeans.${preset}`)}>
            <Select
              value={preset}
              onChange={(event) => setPreset(presets.find((p) => p === event.target.value) ?? preset)}
            >
              {presets.map((each) => (
                <option key={each} value={each}>
                  {values(`preset.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      <GuidelinesField
        value={guidelines}
        labels={labels}
        file={`${project?.slug ?? (slug || slugFrom(name))}-guidelines`}
        shipped={!project}
        error={sending.errorOf("guidelines") ?? sending.errorOf("guidelinesProse")}
        onChange={setGuidelines}
      />
      <Checkbox
        label={t("twoPersonRule")}
        hint={t("twoPersonRuleHint")}
        checked={twoPersonRule}
        onChange={setTwoPersonRule}
      />
      {project ? (
        project.practice ? (
          <p className="text-small text-ink-2">{t("practiceHere")}</p>
        ) : null
      ) : (
        <Checkbox label={t("practice")} hint={t("practiceHint")} checked={practice} onChange={setPractice} />
      )}
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-1 text-small font-medium">{t("pool")}</legend>
        <Field label={t("poolSize")} hint={t("poolSizeHint")} error={sending.errorOf("poolSize")}>
          <Input
            type="number"
            min={0}
            max={20}
            value={poolSize}
            onChange={(event) => setPoolSize(event.target.value)}
          />
        </Field>
        <Field label={t("poolHours")} hint={t("poolHoursHint")} error={sending.errorOf("poolHours")}>
          <Input
            type="number"
            min={1}
            max={8760}
            value={poolHours}
            onChange={(event) => setPoolHours(event.target.value)}
          />
        </Field>
      </fieldset>
    </form>
  );
}
