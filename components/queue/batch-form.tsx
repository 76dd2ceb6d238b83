"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "@/components/api/answer";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { useKindNames } from "@/components/queue/kind-names";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import type { BatchDecision, BatchPreview, QueueFilters } from "@/domain/review/queue";
import { batchDecisions } from "@/domain/review/queue-values";

type Outcome = { verdicts: string[]; refused: string[] };
type Results = {
  results: ({ status: "ok"; verdict: { id: string } } | { status: "refused"; problem: { detail?: string } })[];
};

/** Choose a decision, see what it would do and what it leaves out and why, then do just that. */
export function BatchForm({
  projectId,
  filters,
  reasons,
  onCancel,
  onDone,
}: {
  projectId: string;
  filters: QueueFilters;
  reasons: readonly string[];
  onCancel: () => void;
  onDone: (outcome: Outcome) => void;
}) {
  const t = useTranslations("queue");
  const ask = useAsk();
  const sending = useSending();
  const [decision, setDecision] = useState<BatchDecision>("accept");
  const [picked, setPicked] = useState("");
  const [words, setWords] = useState("");
  const [preview, setPreview] = useState<{ of: BatchDecision; is: BatchPreview }>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = sending.problem ?? problem;
  const needsReason = decision === "return" || decision === "reject";
  const reason = needsReason ? [picked, words.trim()].filter(Boolean).join(": ") : "";
  const known = preview?.of === decision ? preview.is : undefined;
  const asked = JSON.stringify(filters);

  useEffect(() => {
    let current = true;
    void ask<BatchPreview>("POST", `/projects/${projectId}/verdicts/preview`, {
      decision,
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

  const decide = async () => {
    if (!known) return;
    const path = `/projects/${projectId}/verdicts`;
    const done = await sending.send(() => ask<Results>("POST", path, { decision, reason, tags: known.tags }));
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
        options={batchDecisions.map((value) => ({ value, label: t(`decisions.${value}`) }))}
        onChange={(value) => setDecision(value ?? "accept")}
      />
      {decision === "accept-unseen" ? <p className="text-small text-ink-2">{t("unseenMeans")}</p> : null}
      {needsReason ? (
        <div className="flex flex-col gap-2">
          <Field label={t("reasonPick")}>
            <Select value={picked} onChange={({ target }) => setPicked(target.value)}>
              <option value="">{t("reasonOwn")}</option>
              {reasons.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t("reason")} hint={t("reasonHint")}>
            <Textarea rows={2} maxLength={1500} value={words} onChange={({ target }) => setWords(target.value)} />
          </Field>
        </div>
      ) : null}
      <div aria-live="polite" className="flex flex-col gap-1.5 rounded-2 bg-sunken px-3 py-2.5 text-small">
        {known ? <Preview preview={known} /> : wrong ? null : <p className="breathes text-ink-3">{t("counting")}</p>}
      </div>
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button
          variant="primary"
          type="submit"
          busy={sending.busy}
          disabled={!known || known.tags.length === 0 || (needsReason && reason === "")}
        >
          {t("do", { decision, count: known?.tags.length ?? 0 })}
        </Button>
      </div>
    </form>
  );
}

function Preview({ preview }: { preview: BatchPreview }) {
  const t = useTranslations("queue");
  const kindName = useKindNames([]);
  const { tags, reports, kinds, leftOut, because, more } = preview;
  return (
    <>
      <p className="font-medium">{t("would", { count: tags.length, reports })}</p>
      {tags.length > 0 ? (
        <p className="text-ink-2">
          {Object.entries(kinds)
            .map(([kind, count]) => t("kindCount", { kind: kindName(kind), count }))
            .join(" · ")}
        </p>
      ) : null}
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
