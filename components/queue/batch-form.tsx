"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import { useSending } from "@/components/api/use-sending";
import type { Label } from "@/components/queue/choices";
import { useKindNames } from "@/components/queue/kind-names";
import { ReasonChoice, useReason } from "@/components/taking/reason-choice";
import { TakingList } from "@/components/taking/taking-list";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { TagId } from "@/domain/ids";
import type { BatchDecision, BatchPreview, QueueFilters } from "@/domain/review/queue";
import { offeredDecisions } from "@/domain/review/queue-values";

type Outcome = { verdicts: string[]; refused: string[] };

/** What a decision would take and leave, once the server has said so. */
function usePreview(projectId: string, decision: BatchDecision | null, asked: string) {
  const ask = useAsk();
  const [preview, setPreview] = useState<{ of: BatchDecision | null; is: BatchPreview }>();
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let current = true;
    void ask("POST", `/projects/${projectId}/verdicts/preview`, {
      ...(decision && { decision }),
      filters: JSON.parse(asked),
    }).then((answer) => {
      if (!current) return;
      if (answer.ok) setPreview({ of: decision, is: answer.value });
      setProblem(answer.ok ? null : answer.problem);
    });
    return () => {
      current = false;
    };
  }, [ask, projectId, decision, asked]);
  return { preview, problem };
}

/** See each tag that waits, choose a decision, see what it leaves out and why, then do just that. */
export function BatchForm({
  projectId,
  filters,
  reasons,
  labels,
  onCancel,
  onDone,
}: {
  projectId: string;
  filters: QueueFilters;
  reasons: readonly string[];
  labels: readonly Label[];
  onCancel: () => void;
  onDone: (outcome: Outcome) => void;
}) {
  const t = useTranslations("queue");
  const ask = useAsk();
  const sending = useSending();
  const kindName = useKindNames(labels);
  const [decision, setDecision] = useState<BatchDecision | null>(null);
  const [left, setLeft] = useState<ReadonlySet<TagId>>(new Set());
  const reason = useReason(decision === "return" || decision === "reject");
  const { preview, problem } = usePreview(projectId, decision, JSON.stringify(filters));
  const wrong = sending.problem ?? problem;
  const known = preview?.of === decision ? preview.is : undefined;
  const taken = known?.tags.filter(({ id }) => !left.has(id)) ?? [];
  const offered = offeredDecisions(preview?.is.samples ?? false);

  const decide = async () => {
    if (!known || !decision) return;
    const tags = taken.map(({ id, version }) => ({ id, version }));
    const path = `/projects/${projectId}/verdicts` as const;
    const done = await sending.send(() => ask("POST", path, { decision, reason: reason.reason, tags }));
    if (!done) return;
    onDone({
      verdicts: done.results.flatMap((each) => (each.status === "ok" ? [each.verdict.id] : [])),
      refused: done.results.flatMap((each) => (each.status === "refused" ? [each.problem.detail ?? ""] : [])),
    });
  };

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      {wrong ? <ProblemNote problem={wrong} /> : null}
      <Segmented
        label={t("decision")}
        value={decision}
        options={offered.map((value) => ({ value, label: t(`decisions.${value}`) }))}
        onChange={setDecision}
      />
      {decision === "accept-unseen" ? <p className="text-small text-ink-2">{t("unseenMeans")}</p> : null}
      {reason.isNeeded ? (
        <div className="flex flex-col gap-2">
          <ReasonChoice
            reason={reason}
            reasons={reasons}
            labels={{ pick: t("reasonPick"), own: t("reasonOwn"), words: t("reason"), hint: t("reasonHint") }}
          />
        </div>
      ) : null}
      <Outlook known={known} decision={decision} taken={taken} wrong={wrong} />
      {known ? <TakingList tags={known.tags} left={left} onLeft={setLeft} kindName={kindName} /> : null}
      <Buttons onCancel={onCancel} sending={sending} decision={decision} taken={taken} reason={reason} />
    </form>
  );
}

function Buttons({
  onCancel,
  sending,
  decision,
  taken,
  reason,
}: {
  onCancel: () => void;
  sending: Sending;
  decision: "accept" | "accept-unseen" | "return" | "reject" | null;
  taken: readonly unknown[];
  reason: ReturnType<typeof useReason>;
}) {
  const t = useTranslations("queue");
  return (
    <div className="sticky -bottom-4 -mx-5 -mb-4 flex justify-end gap-2 border-t border-line bg-surface px-5 py-3">
      <Button variant="quiet" onClick={onCancel}>
        {t("cancel")}
      </Button>
      <Button
        variant="primary"
        type="submit"
        busy={sending.busy}
        disabled={!decision || taken.length === 0 || reason.isMissing}
      >
        {t("do", { decision: decision ?? "none", count: taken.length })}
      </Button>
    </div>
  );
}

/** What the decision would do, as soon as that is counted. */
function Outlook({
  known,
  decision,
  taken,
  wrong,
}: {
  known: BatchPreview | undefined;
  decision: "accept" | "accept-unseen" | "return" | "reject" | null;
  taken: readonly unknown[];
  wrong: Problem | null;
}) {
  const t = useTranslations("queue");
  return (
    <div aria-live="polite" className="flex flex-col gap-1.5 rounded-2 bg-sunken px-3 py-2.5 text-small">
      {known ? (
        <Preview preview={known} chosen={decision !== null} count={taken.length} />
      ) : wrong ? null : (
        <p className="breathes text-ink-3">{t("counting")}</p>
      )}
    </div>
  );
}

function Preview({ preview, chosen, count }: { preview: BatchPreview; chosen: boolean; count: number }) {
  const t = useTranslations("queue");
  const { tags, reports, leftOut, because, more } = preview;
  return (
    <>
      <p className="font-medium">{t(chosen ? "would" : "wait", { count, reports })}</p>
      {count < tags.length ? <p className="text-ink-2">{t("unticked", { count: tags.length - count })}</p> : null}
      {(["own-work", "in-sample"] as const).map((why) => {
        const count = leftOut[why];
        return count ? <p key={why}>{t("leftOut", { count, why: t(`leftOutWhy.${why}`) })}</p> : null;
      })}
      {(["casualties", "check-worthy", "new analyst", "drawn"] as const).map((why) => {
        const count = because[why];
        return count ? (
          <p key={why} className="text-tiny text-ink-3">
            {t(`because.${why}`, { count })}
          </p>
        ) : null;
      })}
      {more ? <p className="text-ink-2">{t("there")}</p> : null}
    </>
  );
}
