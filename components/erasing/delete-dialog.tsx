"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import type { Deletable } from "@/components/erasing/deletable";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";

/** How many accepted tags the server says would go; undefined when it said something else. */
function acceptedIn(current: unknown): number | undefined {
  if (typeof current !== "object" || current === null || !("accepted" in current)) return undefined;
  return typeof current.accepted === "number" ? current.accepted : undefined;
}

/** Asks why, and asks again where accepted tags would go. */
export function DeleteDialog({ thing }: { thing: Deletable }) {
  const t = useTranslations("erasing");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const accepted = sending.problem?.kind === "conflict" ? acceptedIn(sending.problem.current) : undefined;

  function turn(next: boolean) {
    setOpen(next);
    sending.reset();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const gone = await sending.send(() => ask("DELETE", thing.path, { reason, accepted: accepted ?? 0 }));
    if (!gone) return;
    toast({ title: t("deleted", { title: thing.title }) });
    router.push(thing.home);
    router.refresh();
  }

  const report = thing.what === "report";
  return (
    <Dialog
      open={open}
      onOpenChange={turn}
      title={t(report ? "deleteReport" : "deleteProject")}
      description={t(report ? "deleteReportLead" : "deleteProjectLead")}
      trigger={<Button variant="danger">{t("delete")}</Button>}
      footer={
        <>
          <Button onClick={() => turn(false)}>{t("cancel")}</Button>
          <Button variant="danger" type="submit" form="deleting" busy={sending.busy}>
            {accepted === undefined ? t("confirm") : t("confirmAccepted", { count: accepted })}
          </Button>
        </>
      }
    >
      <form id="deleting" onSubmit={(event) => void submit(event)} className="space-y-4">
        {accepted === undefined ? null : (
          <Banner tone="wait">
            <p className="font-medium">{t("accepted", { count: accepted })}</p>
            <p className="text-ink-2">{t("acceptedLead")}</p>
          </Banner>
        )}
        {sending.problem && accepted === undefined ? <ProblemNote problem={sending.problem} /> : null}
        <Field label={t("why")} hint={t("whyHint")} error={sending.errorOf("reason")}>
          <Textarea
            required
            rows={3}
            dir="auto"
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
