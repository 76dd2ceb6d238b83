"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { type PlanDraft, PlanFields } from "@/components/reports/plan-fields";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ReportRow } from "@/domain/report/report";

const seenOf = ({ priority, due, embargoUntil }: ReportRow) => ({
  priority,
  due: due ?? null,
  embargoUntil: embargoUntil ?? null,
});

/** Priority, due date and embargo of many reports at once; what is left empty stays as it is. */
export function PlanDialog({
  projectId,
  rows,
  onClose,
  onDone,
}: {
  projectId: string;
  rows: readonly ReportRow[];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations("reports");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const reports = rows.map(({ id }) => id);
  const [draft, setDraft] = useState<PlanDraft>({ priority: "", due: "", embargo: "" });
  const [removed, setRemoved] = useState({ due: false, embargo: false });
  const plan = {
    ...(draft.priority ? { priority: Number(draft.priority) } : {}),
    ...(removed.due ? { due: null } : draft.due ? { due: draft.due } : {}),
    ...(removed.embargo
      ? { embargoUntil: null }
      : draft.embargo
        ? { embargoUntil: new Date(draft.embargo).toISOString() }
        : {}),
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const seen = Object.fromEntries(rows.map((row) => [row.id, seenOf(row)]));
    const done = await sending.send(() => ask("PATCH", `/projects/${projectId}/reports`, { reports, seen, ...plan }));
    if (!done) return;
    toast({ title: t("plannedMany", { count: reports.length }) });
    onClose();
    onDone();
    router.refresh();
  }

  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("planTitle", { count: reports.length })}
      description={t("planLead")}
      footer={
        <Button
          variant="primary"
          type="submit"
          form="plan"
          busy={sending.busy}
          disabled={Object.keys(plan).length === 0}
        >
          {t("planSubmit")}
        </Button>
      }
    >
      <form id="plan" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
        <PlanFields draft={draft} onChange={setDraft} errorOf={sending.errorOf} unchanged />
        <div>
          <Checkbox label={t("removeDue")} checked={removed.due} onChange={(due) => setRemoved({ ...removed, due })} />
          <Checkbox
            label={t("removeEmbargo")}
            checked={removed.embargo}
            onChange={(embargo) => setRemoved({ ...removed, embargo })}
          />
        </div>
      </form>
    </Dialog>
  );
}
