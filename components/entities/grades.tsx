"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { createRepeatIds } from "@/client/api/repeat-ids";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Grade as GradeSign } from "@/components/tag/grade";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import { Explain } from "@/components/values/explain";
import { When } from "@/components/values/when";
import type { Entity, Grade, Reliability } from "@/domain/entity/entity";
import { reliabilities } from "@/domain/entity/entity-values";
import type { OpId } from "@/domain/ids";

/** How reliable a source has been judged over time, newest first; nothing in it is ever changed. */
export function Grades({
  entity,
  grades,
  people,
  mayGrade,
}: {
  entity: Entity;
  grades: readonly Grade[];
  /** People's names by their id. */
  people: Readonly<Record<string, string>>;
  mayGrade: boolean;
}) {
  const t = useTranslations("entities");
  const values = useTranslations("values");
  return (
    <section aria-labelledby="grades" className="space-y-4">
      <div>
        <h2 id="grades" className="headline text-lead">
          {t("gradeTitle")}
        </h2>
        <p className="mt-1 text-small text-ink-3">{t("gradeLead")}</p>
      </div>
      {mayGrade ? <GradeForm entity={entity} /> : null}
      {grades.length === 0 ? (
        <p className="text-small text-ink-2">{t("historyEmpty")}</p>
      ) : (
        <ol aria-label={t("history")} className="divide-y divide-line border-y border-line text-small">
          {grades.map((grade) => (
            <li key={grade.at + grade.by} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 py-2.5">
              <GradeSign
                grade={grade.reliability}
                name={values("reliabilityOf", {
                  grade: grade.reliability,
                  meaning: values(`reliability.${grade.reliability}`),
                })}
              />
              <div>
                <p dir="auto">{grade.reason}</p>
                <p className="text-ink-3">
                  {people[grade.by] ?? ""} · <When value={grade.at} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function GradeForm({ entity }: { entity: Entity }) {
  const t = useTranslations("entities");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [reliability, setReliability] = useState<Reliability | null>(null);
  const [reason, setReason] = useState("");
  const [opIds] = useState(createRepeatIds<OpId>);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!reliability) return;
    const grade = { reliability, reason, seen: entity.reliability ?? null };
    const added = await sending.send(() =>
      ask("POST", `/entities/${entity.id}/grades`, { ...grade, opId: opIds.of(grade) }),
    );
    if (!added) return;
    opIds.taken();
    toast({ title: t("graded", { name: entity.name, grade: reliability }) });
    setReliability(null);
    setReason("");
    router.refresh();
  }

  return (
    <form onSubmit={submit} className="space-y-3 rounded-3 border border-line bg-surface p-4">
      {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
      <p className="flex items-center gap-1 text-small font-medium">
        {t("gradeTitle")}
        <Explain term="reliability" />
      </p>
      <Segmented
        label={t("grade")}
        value={reliability}
        onChange={setReliability}
        options={reliabilities.map((grade) => ({
          value: grade,
          label: grade,
          name: values("reliabilityOf", { grade, meaning: values(`reliability.${grade}`) }),
        }))}
      />
      <p aria-live="polite" className="min-h-5 text-small text-ink-2">
        {reliability ? values(`reliability.${reliability}`) : ""}
      </p>
      <Field label={t("gradeReason")} hint={t("gradeReasonHint")} required error={sending.errorOf("reason")}>
        <Textarea rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button type="submit" busy={sending.busy} disabled={!reliability || !reason.trim()}>
        {t("gradeSubmit")}
      </Button>
    </form>
  );
}
