"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { createRepeatIds } from "@/client/api/repeat-ids";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
import type { OpId } from "@/domain/ids";
import type { ProtectedThing } from "@/domain/protection/permitted-use";

/** Who said what of it when, newest first, and a way to take the last change back. */
export function PermittedUseHistory({ thing, mayUndo }: { thing: ProtectedThing; mayUndo: boolean }) {
  const t = useTranslations("protection");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [opIds] = useState(createRepeatIds<OpId>);

  async function undo() {
    const body = { version: thing.version };
    const done = await sending.send(() =>
      ask("POST", `/permitted-uses/${thing.id}/undo`, { ...body, opId: opIds.of(body) }),
    );
    if (!done) return;
    opIds.taken();
    toast({ title: t("undone") });
    router.refresh();
  }

  return (
    <div className="space-y-2">
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <ol aria-label={t("history")} className="divide-y divide-line border-y border-line text-small">
        {thing.history.map(({ number, use, circumstances, consent, reason, byName, at }, nth) => (
          <li key={number} className="flex items-start justify-between gap-3 py-2">
            <div className="min-w-0">
              <p className="font-medium">
                {[t(`uses.${use}`), ...circumstances.map((each) => t(`circumstance.${each}`))].join(" · ")}
              </p>
              {reason ? <p dir="auto">{reason}</p> : null}
              {consent ? (
                <p className="text-ink-2">
                  {t("consentSaid", { basis: t(`basis.${consent.basis}`), given: consent.given })}
                  {consent.withdrawn ? ` · ${t("consentEnded", { withdrawn: consent.withdrawn })}` : ""}
                </p>
              ) : null}
              <p className="text-ink-3">
                {byName ? `${byName} · ` : ""}
                <When value={at} />
              </p>
            </div>
            {nth === 0 && mayUndo ? (
              <Button size="small" busy={sending.busy} onClick={() => void undo()}>
                {t("undo")}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
