"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Project } from "@/domain/project/project";

/** The reasons a project's reviewers pick from, and how much of the work they look at. */
export function ReviewSettingsForm({ project }: { project: Project }) {
  const t = useTranslations("queue.settings");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const tell = useToast();
  const sending = useSending();
  /** The settings as they were when this form was filled in. */
  const [seen, setSeen] = useState(project.review);
  const [reasons, setReasons] = useState(project.review.reasons.join("\n"));
  const [percent, setPercent] = useState(String(Math.round(project.review.rate * 100)));
  const [newUntil, setNewUntil] = useState(String(project.review.newUntil));
  const wrong = (field: string) => sending.problem?.errors?.find((each) => each.field.startsWith(field))?.reason;

  const send = async () => {
    const review = {
      reasons: reasons
        .split("\n")
        .map((each) => each.trim())
        .filter(Boolean),
      rate: Number(percent) / 100,
      newUntil: Number(newUntil),
    };
    const changed = await sending.send(() =>
      ask("PATCH", `/projects/${project.id}`, { review, seen: { review: seen } }),
    );
    if (!changed) return;
    setSeen(changed.review);
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
        <Field label={t("reasons")} hint={t("reasonsHint")} error={wrong("review.reasons")}>
          <Textarea rows={8} dir="auto" value={reasons} onChange={({ target }) => setReasons(target.value)} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("rate")} hint={t("rateHint")} error={wrong("review.rate")}>
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
          <Field label={t("newUntil")} hint={t("newUntilHint")} error={wrong("review.newUntil")}>
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
        <div>
          <Button variant="primary" type="submit" busy={sending.busy}>
            {t("keep")}
          </Button>
        </div>
      </form>
    </section>
  );
}
