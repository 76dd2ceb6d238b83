"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormFooter } from "@/components/ui/form-footer";
import { useToast } from "@/components/ui/toast";
import { type Draft, WebhookFields } from "@/components/webhooks/webhook-fields";
import type { Webhook } from "@/domain/webhook/webhook";
import { webhookKinds } from "@/domain/webhook/webhook-values";

/** Sets a webhook up and shows its secret this once, or changes one that there is. */
export function WebhookForm({
  projectId,
  webhook,
  allowed,
  trigger,
}: {
  projectId: string;
  webhook?: Webhook;
  allowed: readonly string[];
  trigger: ReactNode;
}) {
  const t = useTranslations("webhooks");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const first: Draft = webhook ?? { url: allowed[0] ? `${allowed[0]}/` : "", kinds: webhookKinds };
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<Draft>(first);
  const [secret, setSecret] = useState<string | null>(null);
  const id = webhook ? `webhook-${webhook.id}` : "new-webhook";

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = { url: draft.url, kinds: draft.kinds };
    if (webhook) {
      if (!(await sending.send(() => ask("PATCH", `/webhooks/${webhook.id}`, body)))) return;
      toast({ title: t("saved") });
      setOpen(false);
      return router.refresh();
    }
    const made = await sending.send(() => ask("POST", `/projects/${projectId}/webhooks`, body));
    if (made) setSecret(made.secret);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        sending.reset();
        if (now) setDraft(first);
        else if (secret !== null) {
          setSecret(null);
          router.refresh();
        }
      }}
      title={secret ? t("shownTitle") : webhook ? t("editOf", { url: webhook.url }) : t("new")}
      description={t(secret ? "shownLead" : "newLead")}
      trigger={trigger}
      footer={
        secret ? (
          <DialogClose>
            <Button variant="primary">{t("done")}</Button>
          </DialogClose>
        ) : (
          <FormFooter form={id} busy={sending.busy} disabled={draft.kinds.length === 0 || draft.url === ""}>
            {t(webhook ? "save" : "make")}
          </FormFooter>
        )
      }
    >
      {secret ? (
        <CopyField label={draft.url} value={secret} copy={t("copy")} copied={t("copied")} />
      ) : (
        <form id={id} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
          {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
          <WebhookFields draft={draft} onChange={setDraft} allowed={allowed} errorOf={sending.errorOf} />
        </form>
      )}
    </Dialog>
  );
}
