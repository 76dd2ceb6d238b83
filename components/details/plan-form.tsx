"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { localOf, type PlanDraft, PlanFields } from "@/components/reports/plan-fields";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ReportRow } from "@/domain/report/report";

/** Priority, due date and embargo of one report. */
export function PlanForm({ report, mayChange }: { report: ReportRow; mayChange: boolean }) {
  const t = useTranslations("details");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [draft, setDraft] = useState<PlanDraft>({
    priority: String(report.priority),
    due: report.due ?? "",
    embargo: localOf(report.embargoUntil),
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await sending.send(() =>
      ask("PATCH", `/reports/${report.id}`, {
        priority: Number(draft.priority),
        due: draft.due || null,
        ...(draft.embargo !== localOf(report.embargoUntil) && {
          embargoUntil: draft.embargo ? new Date(draft.embargo).toISOString() : null,
        }),
        seen: { priority: report.priority, due: report.due ?? null, embargoUntil: report.embargoUntil ?? null },
      }),
    );
    if (!done) return;
    toast({ title: t("planKept") });
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <PlanFields draft={draft} onChange={setDraft} disabled={!mayChange} errorOf={sending.errorOf} />
      {mayChange ? (
        <Button type="submit" busy={sending.busy}>
          {t("keepPlan")}
        </Button>
      ) : null}
    </form>
  );
}
