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

const draftOf = ({ priority, due, embargoUntil }: ReportRow): PlanDraft => ({
  priority: String(priority),
  due: due ?? "",
  embargo: localOf(embargoUntil),
});

/** Priority, due date and embargo of one report. */
export function PlanForm({ report, mayChange }: { report: ReportRow; mayChange: boolean }) {
  const t = useTranslations("details");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  /** The report as it was when the draft was filled in: a colleague's change arrives later and is not in the draft. */
  const [seen, setSeen] = useState(report);
  const [draft, setDraft] = useState(() => draftOf(report));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await sending.send(() =>
      ask("PATCH", `/reports/${report.id}`, {
        priority: Number(draft.priority),
        due: draft.due || null,
        ...(draft.embargo !== localOf(seen.embargoUntil) && {
          embargoUntil: draft.embargo ? new Date(draft.embargo).toISOString() : null,
        }),
        seen: { priority: seen.priority, due: seen.due ?? null, embargoUntil: seen.embargoUntil ?? null },
      }),
    );
    if (!done) return;
    setSeen(done);
    setDraft(draftOf(done));
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
