"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { ownKinds } from "@/components/queue/choices";
import { useKindNames } from "@/components/queue/kind-names";
import { sortShown } from "@/components/reader/decisions/sort-shown";
import { takingsOf } from "@/components/reader/decisions/takings";
import { ReasonChoice, useReason } from "@/components/taking/reason-choice";
import { TakingList } from "@/components/taking/taking-list";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import type { TagId } from "@/domain/ids";

const decisions = ["accept", "return", "reject"] as const;

/**
 * One decision on every tag that a narrowed list shows: first each of them, what it leaves out, and why. Which decision
 * is for the reviewer to say; what is unticked goes on waiting.
 */
export function DecideShown({ ids, onClose }: { ids: readonly TagId[]; onClose: () => void }) {
  const t = useTranslations("panels.decideShown");
  const tell = useToast();
  const desk = useDesk();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const me = useReader((state) => state.me.id);
  const twoPersons = useReader((state) => state.project.twoPersonRule);
  const reasons = useReader((state) => state.project.reasons);
  const kindName = useKindNames(ownKinds(useReader((state) => state.project.codebook)));
  const [decision, setDecision] = useState<(typeof decisions)[number] | null>(null);
  const [withLinks, setWithLinks] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<TagId>>(new Set());
  const reason = useReason(decision === "return" || decision === "reject");
  const sorted = sortShown({ annotations, relations }, ids, {
    decision: decision ?? "return",
    withLinks,
    me,
    twoPersons,
  });
  const key = sorted.taken.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same tags are the same list.
  const tags = useMemo(() => takingsOf(desk.getState(), sorted.taken), [desk, key]);
  const taken = sorted.taken.filter((id) => !left.has(id));

  const decide = () => {
    if (!decision) return;
    desk.decideAlike(taken, decision, reason.reason);
    tell({ title: t("done", { count: taken.length }), undo: () => desk.undo() });
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("title")}
      description={t("lead")}
      wide
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="primary" disabled={!decision || taken.length === 0 || reason.isMissing} onClick={decide}>
            {t("do", { decision: decision ?? "none", count: taken.length })}
          </Button>
        </>
      }
    >
      <Segmented
        label={t("decision")}
        value={decision}
        options={decisions.map((value) => ({ value, label: t(`decisions.${value}`) }))}
        onChange={setDecision}
      />
      {reason.isNeeded ? (
        <ReasonChoice
          reason={reason}
          reasons={reasons}
          labels={{ pick: t("reasonPick"), own: t("reasonOwn"), words: t("reason") }}
        />
      ) : null}
      <Checkbox label={t("links")} checked={withLinks} onChange={setWithLinks} />
      <div aria-live="polite" className="flex flex-col gap-1 rounded-2 bg-sunken px-3 py-2.5 text-small">
        <p className="font-medium">{t(decision ? "would" : "wait", { count: taken.length })}</p>
        {sorted.decided > 0 ? <p>{t("decided", { count: sorted.decided })}</p> : null}
        {sorted.own > 0 ? <p>{t("own", { count: sorted.own })}</p> : null}
      </div>
      <TakingList tags={tags} left={left} onLeft={setLeft} kindName={kindName} />
    </Dialog>
  );
}
