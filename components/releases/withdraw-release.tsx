"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Release } from "@/domain/release/release";

/** Says why a release should not be used any more. */
export function WithdrawRelease({
  release: { id, number },
  onWithdrawn,
}: {
  release: Release;
  onWithdrawn: (now: Release) => void;
}) {
  const t = useTranslations("releases");
  const ask = useAsk();
  const toast = useToast();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  async function submit(event: FormEvent) {
    event.preventDefault();
    const now = await sending.send(() => ask("POST", `/releases/${id}/withdrawal`, { reason }));
    if (!now) return;
    setOpen(false);
    toast({ title: t("withdrawn", { number }) });
    onWithdrawn(now);
  }
  const form = `withdrawing-${number}`;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("withdrawOf", { number })}
      description={t("withdrawLead")}
      trigger={
        <Button size="small" aria-label={t("withdrawOf", { number })}>
          {t("withdraw")}
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t("withdrawCancel")}</Button>
          <Button variant="danger" type="submit" form={form} busy={sending.busy}>
            {t("withdraw")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} className="space-y-4">
        {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
        <Field label={t("withdrawReason")} error={sending.errorOf("reason")}>
          <Textarea
            required
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
