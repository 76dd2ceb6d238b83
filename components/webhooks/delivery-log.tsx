"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Chip, type Tone } from "@/components/ui/chip";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { dayAndClock } from "@/components/values/clock";
import { When } from "@/components/values/when";
import type { Delivery, Webhook } from "@/domain/webhook/webhook";
import type { DeliveryState } from "@/domain/webhook/webhook-values";

const tones: Record<DeliveryState, Tone> = {
  waiting: "plain",
  sending: "plain",
  held: "ochre",
  sent: "green",
  failed: "bad",
  dropped: "plain",
};

/** What a webhook was told and what came of it; fetched when it is opened. */
export function DeliveryLog({ webhook: { id, url } }: { webhook: Webhook }) {
  const t = useTranslations("webhooks");
  const ask = useAsk();
  const toast = useToast();
  const sending = useSending();
  const [items, setItems] = useState<readonly Delivery[] | null>(null);
  const [next, setNext] = useState<string | undefined>();

  async function load(cursor?: string) {
    const query = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await sending.send(() => ask("GET", `/webhooks/${id}/deliveries?limit=25${query}`));
    if (!page) return;
    setItems((before) => [...(cursor === undefined ? [] : (before ?? [])), ...page.items]);
    setNext(page.next);
  }
  async function again(delivery: Delivery) {
    const now = await sending.send(() => ask("POST", `/webhook-deliveries/${delivery.id}/redelivery`));
    if (!now) return;
    setItems((before) => before?.map((each) => (each.id === now.id ? now : each)) ?? null);
    toast({ title: t("againSent") });
  }

  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && items === null && void load()}>
      <summary className="cursor-pointer text-small font-medium">{t("log")}</summary>
      <div className="mt-3 space-y-3" aria-live="polite">
        {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
        {items?.length === 0 ? <p className="text-small text-ink-2">{t("logEmpty")}</p> : null}
        {items && items.length > 0 ? (
          <Table caption={t("logOf", { url })}>
            <TableHead>
              <Th>{t("when")}</Th>
              <Th>{t("what")}</Th>
              <Th from="sm">{t("result")}</Th>
              <Th>
                <span className="sr-only">{t("actions")}</span>
              </Th>
            </TableHead>
            <tbody>
              {items.map((delivery) => (
                <Line key={delivery.id} delivery={delivery} busy={sending.busy} onAgain={() => void again(delivery)} />
              ))}
            </tbody>
          </Table>
        ) : null}
        <div className="flex gap-2">
          <Button size="small" busy={sending.busy} onClick={() => void load()}>
            {t("refresh")}
          </Button>
          {next ? (
            <Button size="small" onClick={() => void load(next)}>
              {t("more")}
            </Button>
          ) : null}
        </div>
      </div>
    </details>
  );
}

function Line({ delivery, busy, onAgain }: { delivery: Delivery; busy: boolean; onAgain: () => void }) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const { kind, state, things, attempts, createdAt, dueAt, status, trouble, ms } = delivery;
  const isOver = state !== "waiting" && state !== "sending" && state !== "held";
  return (
    <Tr>
      <Td className="whitespace-nowrap">
        <When value={createdAt} time />
      </Td>
      <Td>
        {t(`kind.${kind}`)}
        {things > 1 ? <span className="block text-ink-3">{t("things", { count: things })}</span> : null}
        <span className="mt-1 block sm:hidden">
          <Chip tone={tones[state]}>{t(`state.${state}`)}</Chip>
        </span>
      </Td>
      <Td from="sm">
        <Chip tone={tones[state]}>{t(`state.${state}`)}</Chip>
        <span className="mt-1 block text-ink-2">
          {[
            status !== undefined && state === "sent" ? t("answered", { status: String(status), ms: ms ?? 0 }) : trouble,
            attempts > 0 ? t("attempts", { count: attempts }) : "",
          ]
            .filter((each) => each)
            .join(" · ")}
          {dueAt && attempts > 0 ? <> · {t.rich("next", { when: () => <When value={dueAt} time /> })}</> : null}
        </span>
      </Td>
      <Td className="text-end">
        {isOver ? (
          <Button
            size="small"
            disabled={busy}
            aria-label={t("againOf", {
              kind: t(`kind.${kind}`),
              when: format.dateTime(new Date(createdAt), dayAndClock),
            })}
            onClick={onAgain}
          >
            {t("again")}
          </Button>
        ) : null}
      </Td>
    </Tr>
  );
}
