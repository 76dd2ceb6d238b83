"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { Webhook } from "@/domain/webhook/webhook";

/** What is asked about first: a new secret, which is shown this once, or the end of a webhook. */
export function WebhookSure({ webhook, does }: { webhook: Webhook; does: "renew" | "delete" }) {
  const t = useTranslations("webhooks");
  const ui = useTranslations("ui");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const { id, url } = webhook;
  const named = t(`${does}Of`, { url });

  async function go() {
    if (does === "renew") {
      const made = await sending.send(() => ask("POST", `/webhooks/${id}/secret`));
      if (made) setSecret(made.secret);
      return;
    }
    const gone = await sending.send(async () => {
      const answer = await ask("DELETE", `/webhooks/${id}`);
      return answer.ok ? { ok: true as const, value: true } : answer;
    });
    if (!gone) return;
    setOpen(false);
    toast({ title: t("deleted") });
    router.refresh();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        sending.reset();
        if (!now && secret !== null) {
          setSecret(null);
          router.refresh();
        }
      }}
      title={secret ? t("shownTitle") : named}
      description={t(secret ? "shownLead" : `${does}Lead`)}
      trigger={
        <Button size="small" aria-label={named}>
          {t(does)}
        </Button>
      }
      footer={
        secret ? (
          <DialogClose>
            <Button variant="primary">{t("done")}</Button>
          </DialogClose>
        ) : (
          <>
            <DialogClose>
              <Button>{ui("cancel")}</Button>
            </DialogClose>
            <Button variant={does === "delete" ? "danger" : "primary"} busy={sending.busy} onClick={() => void go()}>
              {t(does)}
            </Button>
          </>
        )
      }
    >
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      {secret ? <CopyField label={url} value={secret} copy={t("copy")} copied={t("copied")} /> : null}
    </Dialog>
  );
}
