"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { conventionsIn, conventionsText } from "@/components/project/conventions";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { weekdays } from "@/domain/event/settings-values";
import type { Project } from "@/domain/project/project";

/** How a project makes events of claims: what is proposed, days as rows, words as numbers, and when its week begins. */
export function EventSettingsForm({ project }: { project: Project }) {
  const t = useTranslations("events.settings");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const tell = useToast();
  const sending = useSending();
  /** The settings as they were when this form was filled in. */
  const [seen, setSeen] = useState(project.events);
  const [wish, setWish] = useState(project.events);
  const [words, setWords] = useState(() => conventionsText(project.events.conventions));
  const read = conventionsIn(words);
  const wrong = sending.problem?.errors?.find(({ field }) => field.startsWith("events.conventions"))?.reason;

  const send = async () => {
    if (read.unread !== undefined) return;
    const events = { ...wish, conventions: read.conventions };
    const changed = await sending.send(() =>
      ask("PATCH", `/projects/${project.id}`, { events, seen: { events: seen } }),
    );
    if (!changed) return;
    setSeen(changed.events);
    setWords(conventionsText(changed.events.conventions));
    tell({ title: t("kept") });
    router.refresh();
  };

  return (
    <section className="mt-10 max-w-2xl border-t border-line pt-6">
      <h2 className="font-serif text-lead font-semibold">{t("title")}</h2>
      <p className="mb-4 text-ink-2">{t("lead")}</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
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
          <Select
            value={wish.weekStart}
            onChange={({ target }) =>
              setWish({ ...wish, weekStart: weekdays.find((day) => day === target.value) ?? wish.weekStart })
            }
          >
            {weekdays.map((day) => (
              <option key={day} value={day}>
                {t(`weekdays.${day}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={t("conventions")}
          hint={t("conventionsHint")}
          error={read.unread === undefined ? wrong : t("conventionUnread", { line: read.unread })}
        >
          <Textarea rows={3} dir="auto" value={words} onChange={({ target }) => setWords(target.value)} />
        </Field>
        <div>
          <Button variant="primary" type="submit" busy={sending.busy}>
            {t("keep")}
          </Button>
        </div>
      </form>
    </section>
  );
}
