"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { JobState } from "@/components/jobs/job-state";
import { SuggestOutcome } from "@/components/jobs/suggest-outcome";
import { useJob } from "@/components/jobs/use-jobs";
import { SettingsForm, useSettings } from "@/components/project/settings-form";
import { RuleTable } from "@/components/project/suggestion-rules";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Job } from "@/domain/job/job";
import type { Project } from "@/domain/project/project";
import type { RuleAcceptance } from "@/domain/suggestion/rule-acceptance";

/** How engines suggest tags in a project, what became of each rule's suggestions, and reading all of its reports now. */
export function SuggestionSettingsForm({
  project,
  acceptance,
}: {
  project: Project;
  acceptance: readonly RuleAcceptance[];
}) {
  const t = useTranslations("projects.suggestions");
  const { seen, sending, keep, wrong } = useSettings(project, "suggestions", t("kept"));
  const [wish, setWish] = useState(project.suggestions);

  const say = (service: Said) => {
    const { service: _former, ...rest } = wish;
    setWish(service ? { ...rest, service } : rest);
  };
  const send = async () => {
    const kept = await keep(wish);
    if (kept) setWish(kept);
  };

  return (
    <SettingsForm
      title={t("title")}
      lead={t("lead")}
      submit={t("keep")}
      sending={sending}
      onSubmit={send}
      after={project.mode === "shared" && seen.on ? <ReadNow projectId={project.id} /> : null}
    >
      <div className="flex flex-col gap-2">
        <Checkbox label={t("on")} hint={t("onHint")} checked={wish.on} onChange={(on) => setWish({ ...wish, on })} />
        {project.mode === "shared" ? (
          <Checkbox
            label={t("onImport")}
            hint={t("onImportHint")}
            disabled={!wish.on}
            checked={wish.onImport}
            onChange={(onImport) => setWish({ ...wish, onImport })}
          />
        ) : null}
        <Checkbox
          label={t("afterFirstPass")}
          hint={t("afterFirstPassHint")}
          disabled={!wish.on}
          checked={wish.afterFirstPass}
          onChange={(afterFirstPass) => setWish({ ...wish, afterFirstPass })}
        />
        {project.mode === "shared" ? <Service said={wish.service} wrong={wrong("service")} onSay={say} /> : null}
        <RuleTable rules={acceptance} said={wish.rules} onSay={(rules) => setWish({ ...wish, rules })} />
      </div>
    </SettingsForm>
  );
}

type Said = Project["suggestions"]["service"];

function Service({ said, wrong, onSay }: { said: Said; wrong: string | undefined; onSay: (said: Said) => void }) {
  const t = useTranslations("projects.suggestions");
  const { url = "", version = 1 } = said ?? {};
  return (
    <div className="mt-2 grid gap-4 sm:grid-cols-[1fr_8rem]">
      <Field label={t("service")} hint={t("serviceHint")} error={wrong}>
        <Input
          type="url"
          dir="ltr"
          value={url}
          onChange={({ target }) => onSay(target.value === "" ? undefined : { url: target.value, version })}
        />
      </Field>
      <Field label={t("serviceVersion")} hint={t("serviceVersionHint")}>
        <Input
          type="number"
          min={1}
          disabled={said === undefined}
          value={version}
          onChange={({ target }) => onSay({ url, version: Math.max(1, Math.trunc(Number(target.value))) })}
        />
      </Field>
    </div>
  );
}

/** Lets the engines read what they have not read, or not since people tagged, and shows how far they are. */
function ReadNow({ projectId }: { projectId: string }) {
  const t = useTranslations("projects.suggestions");
  const ask = useAsk();
  const sending = useSending();
  const [job, setJob] = useState<Job>();
  return (
    <div className="mt-6 flex flex-col gap-2">
      <p className="text-ink-2">{t("readLead")}</p>
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <div>
        <Button
          busy={sending.busy}
          onClick={async () => {
            const begun = await sending.send(() =>
              ask("POST", `/projects/${projectId}/jobs`, { kind: "suggest", data: {} }),
            );
            if (begun) setJob(begun);
          }}
        >
          {t("read")}
        </Button>
      </div>
      {job ? <Progress key={job.id} first={job} /> : null}
    </div>
  );
}

function Progress({ first }: { first: Job }) {
  const [job] = useJob(first);
  return (
    <div aria-live="polite">
      <JobState job={job} />
      <SuggestOutcome job={job} />
    </div>
  );
}
