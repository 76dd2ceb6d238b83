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

/** What can be said of a release that waits: whoever asked takes it back by declining it. */
const ways = { approve: "approve", decline: "decline", takeBack: "decline" } as const;

/** Approves a release that waits for a second person, declines it with a reason, or takes back one's own. */
export function DecideRelease({
  release: { id, number, digest },
  way,
  onDecided,
}: {
  release: Release;
  way: keyof typeof ways;
  onDecided: (now: Release) => void;
}) {
  const t = useTranslations("releases.approval");
  const ask = useAsk();
  const toast = useToast();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const decision = ways[way];
  async function submit(event: FormEvent) {
    event.preventDefault();
    const now = await sending.send(() => ask("POST", `/releases/${id}/approval`, { decision, digest, reason }));
    if (!now) return;
    setOpen(false);
    toast({ title: t(`${way}.done`, { number }) });
    onDecided(now);
  }
  const form = `${way}-${number}`;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t(`${way}.title`, { number })}
      description={t(`${way}.lead`)}
      trigger={
        <Button
          size="small"
          variant={way === "approve" ? "primary" : "plain"}
          aria-label={t(`${way}.title`, { number })}
        >
          {t(`${way}.short`)}
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t("notYet")}</Button>
          <Button variant={way === "approve" ? "primary" : "danger"} type="submit" form={form} busy={sending.busy}>
            {t(`${way}.short`)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} className="space-y-4">
        {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
        <Field label={t(`${way}.reason`)} optional={way === "approve"} error={sending.errorOf("reason")}>
          <Textarea
            required={way !== "approve"}
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
