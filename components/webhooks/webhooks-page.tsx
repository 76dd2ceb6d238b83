"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
import { DeliveryLog } from "@/components/webhooks/delivery-log";
import { WebhookForm } from "@/components/webhooks/webhook-form";
import { WebhookSure } from "@/components/webhooks/webhook-sure";
import type { Webhook } from "@/domain/webhook/webhook";

type Wanted = { projectId: string; webhooks: readonly Webhook[]; allowed: readonly string[] };

/** Whom a project tells of what happens in it. */
export function WebhooksPage({ projectId, webhooks, allowed }: Wanted) {
  const t = useTranslations("webhooks");
  const create = (
    <WebhookForm
      projectId={projectId}
      allowed={allowed}
      trigger={
        <Button variant="primary" icon={<Icon name="add" />}>
          {t("new")}
        </Button>
      }
    />
  );
  const lead = t.rich("lead", {
    link: (words) => (
      <a key="docs" className="link" href="/api/v1/openapi.json">
        {words}
      </a>
    ),
  });
  return (
    <Page title={t("title")} lead={lead} actions={webhooks.length > 0 ? create : null}>
      {webhooks.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={create}>
          {t("empty")}
        </EmptyState>
      ) : (
        <ul aria-label={t("list")} className="divide-y divide-line">
          {webhooks.map((webhook) => (
            <WebhookCard key={webhook.id} webhook={webhook} projectId={projectId} allowed={allowed} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function WebhookCard({ webhook, projectId, allowed }: { webhook: Webhook } & Omit<Wanted, "webhooks">) {
  const t = useTranslations("webhooks");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const { id, url, kinds, paused, pauseReason, byName, at, counts } = webhook;
  const heading = `webhook-${id}-title`;

  async function pause() {
    if (await sending.send(() => ask("PATCH", `/webhooks/${id}`, { paused: !paused }))) router.refresh();
  }
  async function test() {
    if (await sending.send(() => ask("POST", `/webhooks/${id}/test`))) toast({ title: t("testSent") });
  }

  return (
    <li className="py-6 first:pt-2">
      <article aria-labelledby={heading} className="space-y-3">
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={heading} dir="ltr" className="min-w-0 text-lead font-medium break-all">
            {url}
          </h2>
          {paused ? <Chip tone="ochre">{t("paused")}</Chip> : null}
        </header>
        {paused ? <p className="text-small text-ink-2">{pauseReason ?? t("pausedLead")}</p> : null}
        <p className="flex flex-wrap gap-1">
          {kinds.map((kind) => (
            <Chip key={kind}>{t(`kind.${kind}`)}</Chip>
          ))}
        </p>
        <p className="text-small text-ink-2">
          {t.rich("setBy", { name: byName, when: () => <When value={at} time /> })} · {t("counts", counts)}
        </p>
        {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
        <div className="flex flex-wrap gap-2">
          <WebhookForm
            projectId={projectId}
            webhook={webhook}
            allowed={allowed}
            trigger={
              <Button size="small" aria-label={t("editOf", { url })}>
                {t("edit")}
              </Button>
            }
          />
          <Button
            size="small"
            disabled={paused || sending.busy}
            aria-label={t("testOf", { url })}
            onClick={() => void test()}
          >
            {t("test")}
          </Button>
          <Button
            size="small"
            busy={sending.busy}
            aria-label={t(paused ? "resumeOf" : "pauseOf", { url })}
            onClick={() => void pause()}
          >
            {t(paused ? "resume" : "pause")}
          </Button>
          <WebhookSure webhook={webhook} does="renew" />
          <WebhookSure webhook={webhook} does="delete" />
        </div>
        <DeliveryLog webhook={webhook} />
      </article>
    </li>
  );
}
