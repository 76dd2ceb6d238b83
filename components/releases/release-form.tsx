"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import type { ReleaseDraft } from "@/components/releases/release-draft";
import { askedBy, draftAfter, type FormOf, filtersOf } from "@/components/releases/release-draft";
import { ReleaseFiltersFields } from "@/components/releases/release-filters";
import { ReleaseHolds } from "@/components/releases/release-holds";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import type { Job } from "@/domain/job/job";
import { usualLicences } from "@/domain/release/release-values";

/** What a release is made of, with what it will hold counted beside it. */
export function ReleaseForm({
  project,
  people,
  labels,
  last,
  me,
  onStarted,
  onCancel,
}: FormOf & { onStarted: (job: Job) => void; onCancel: () => void }) {
  const t = useTranslations("releases.form");
  const ask = useAsk();
  const sending = useSending();
  const [draft, setDraft] = useState(() => draftAfter(last, { title: project.name, creator: me }));
  const [held, setHeld] = useState(true);
  const change = (more: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...more }));
  async function submit(event: FormEvent) {
    event.preventDefault();
    const data = askedBy(draft);
    const job = await sending.send(() => ask("POST", `/projects/${project.id}/jobs`, { kind: "make-release", data }));
    if (job) onStarted(job);
  }
  const errorOf = (field: string) => sending.errorOf(`data.${field}`);
  return (
    <form
      aria-labelledby="new-release"
      onSubmit={(event) => void submit(event)}
      className="mb-10 rounded-3 border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="new-release" className="headline mb-4 text-lead">
        {t("title")}
      </h2>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <Naming errorOf={errorOf} draft={draft} onChange={change} />
        <ReleaseFiltersFields
          project={project}
          people={people}
          labels={labels}
          draft={draft}
          onChange={change}
          errorOf={errorOf}
        />
      </div>
      <ReleaseHolds projectId={project.id} filters={filtersOf(draft)} onHeld={setHeld} />
      {project.releaseApproval ? <p className="mt-6 text-small text-ink-2">{t("asks")}</p> : null}
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <Button variant="primary" type="submit" busy={sending.busy} disabled={held}>
          {t(project.releaseApproval ? "ask" : "make")}
        </Button>
      </div>
    </form>
  );
}

/** What the release is called, by whom, and under which licence. */
function Naming({
  errorOf,
  draft,
  onChange,
}: {
  errorOf: (field: string) => string | undefined;
  draft: ReleaseDraft;
  onChange: (more: Partial<ReleaseDraft>) => void;
}) {
  const t = useTranslations("releases.form");
  return (
    <div className="space-y-4">
      <Field label={t("name")} error={errorOf("title")}>
        <Input
          required
          maxLength={200}
          dir="auto"
          value={draft.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </Field>
      <Field label={t("creators")} hint={t("creatorsHint")} error={errorOf("creators")}>
        <Textarea
          required
          rows={2}
          value={draft.creators}
          onChange={({ target }) => onChange({ creators: target.value })}
        />
      </Field>
      <Field label={t("licence")} error={draft.licence === "" ? undefined : errorOf("licence")}>
        <Select value={draft.licence} onChange={({ target }) => onChange({ licence: target.value })}>
          {usualLicences.map((licence) => (
            <option key={licence} value={licence}>
              {licence}
            </option>
          ))}
          <option value="">{t("otherLicence")}</option>
        </Select>
      </Field>
      {draft.licence === "" ? (
        <Field label={t("licenceWords")} error={errorOf("licence")}>
          <Input
            required
            maxLength={200}
            dir="auto"
            value={draft.licenceWords}
            onChange={({ target }) => onChange({ licenceWords: target.value })}
          />
        </Field>
      ) : null}
      <Field label={t("note")} hint={t("noteHint")} optional error={errorOf("note")}>
        <Textarea
          rows={2}
          maxLength={5000}
          value={draft.note}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      </Field>
    </div>
  );
}
