"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { SettingsForm, useSettings } from "@/components/project/settings-form";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { Project } from "@/domain/project/project";

/** The reasons a project's reviewers pick from, and how much of the work they look at. */
export function ReviewSettingsForm({ project }: { project: Project }) {
  const t = useTranslations("queue.settings");
  const { seen, sending, keep, wrong } = useSettings(project, "review", t("kept"));
  const [reasons, setReasons] = useState(project.review.reasons.join("\n"));
  const [percent, setPercent] = useState(String(Math.round(project.review.rate * 100)));
  const [newUntil, setNewUntil] = useState(String(project.review.newUntil));

  const send = async () => {
    const lines = reasons.split("\n").map((each) => each.trim());
    const review = { reasons: lines.filter(Boolean), rate: Number(percent) / 100, newUntil: Number(newUntil) };
    await keep({ ...seen, ...review });
  };

  return (
    <SettingsForm title={t("title")} lead={t("lead")} submit={t("keep")} sending={sending} onSubmit={send}>
      <Field label={t("reasons")} hint={t("reasonsHint")} error={wrong("reasons")}>
        <Textarea rows={8} dir="auto" value={reasons} onChange={({ target }) => setReasons(target.value)} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("rate")} hint={t("rateHint")} error={wrong("rate")}>
          <Input
            type="number"
            min={0}
            max={100}
            step={1}
            required
            value={percent}
            onChange={({ target }) => setPercent(target.value)}
          />
        </Field>
        <Field label={t("newUntil")} hint={t("newUntilHint")} error={wrong("newUntil")}>
          <Input
            type="number"
            min={0}
            max={10_000}
            step={1}
            required
            value={newUntil}
            onChange={({ target }) => setNewUntil(target.value)}
          />
        </Field>
      </div>
    </SettingsForm>
  );
}
