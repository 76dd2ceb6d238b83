"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { conventionsIn, conventionsText } from "@/components/project/conventions";
import { SettingsForm, useSettings } from "@/components/project/settings-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { weekdays } from "@/domain/project/event-settings-values";
import type { Project } from "@/domain/project/project";

/** How a project makes events of claims: what is proposed, days as rows, words as numbers, and when its week begins. */
export function EventSettingsForm({ project }: { project: Project }) {
  const t = useTranslations("events.settings");
  const { sending, keep, wrong } = useSettings(project, "events", t("kept"));
  const [wish, setWish] = useState(project.events);
  const [words, setWords] = useState(() => conventionsText(project.events.conventions));
  const read = conventionsIn(words);

  const send = async () => {
    if (read.unread !== undefined) return;
    const kept = await keep({ ...wish, conventions: read.conventions });
    if (kept) setWords(conventionsText(kept.conventions));
  };

  return (
    <SettingsForm title={t("title")} lead={t("lead")} submit={t("keep")} sending={sending} onSubmit={send}>
      <Checkbox
        label={t("uncertainToo")}
        hint={t("uncertainTooHint")}
        checked={wish.uncertainToo}
        onChange={(uncertainToo) => setWish({ ...wish, uncertainToo })}
      />
      <Checkbox
        label={t("splitByDay")}
        hint={t("splitByDayHint")}
        checked={wish.splitByDay}
        onChange={(splitByDay) => setWish({ ...wish, splitByDay })}
      />
      <Field label={t("weekStart")} hint={t("weekStartHint")}>
        <Choice
          value={wish.weekStart}
          options={weekdays}
          nameOf={(day) => t(`weekdays.${day}`)}
          onChange={(weekStart) => setWish({ ...wish, weekStart })}
        />
      </Field>
      <Field
        label={t("conventions")}
        hint={t("conventionsHint")}
        error={read.unread === undefined ? wrong("conventions") : t("conventionUnread", { line: read.unread })}
      >
        <Textarea rows={3} dir="auto" value={words} onChange={({ target }) => setWords(target.value)} />
      </Field>
    </SettingsForm>
  );
}
