"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Ask } from "@/client/api/answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { leftBecause, type MergeStrategy, mergeStrategies } from "@/domain/review/compare/merge-values";
import type { MergeAnswer } from "@/domain/review/compare/strategy";

type Preview = MergeAnswer | "failed" | undefined;

/** What a merge would do, counted anew for each choice; undefined while it is being counted. */
function usePreview(ask: Ask, reportId: string, asked: string) {
  const [preview, setPreview] = useState<Preview>();
  useEffect(() => {
    let current = true;
    setPreview(undefined);
    void ask("POST", `/reports/${reportId}/merge`, { ...JSON.parse(asked), preview: true }).then((answer) => {
      if (current) setPreview(answer.ok ? answer.value : "failed");
    });
    return () => {
      current = false;
    };
  }, [ask, reportId, asked]);
  return [preview, setPreview] as const;
}

/** How the final layer is filled with what needs nobody's judgement, counted before anything is written. */
export function MergeDialog({
  reportId,
  analysts,
  ask,
  onMerged,
  onClose,
}: {
  reportId: string;
  analysts: number;
  ask: Ask;
  onMerged: (made: number) => void;
  onClose: () => void;
}) {
  const t = useTranslations("compare");
  const [strategy, setStrategy] = useState<MergeStrategy>("all-agree");
  const [minimumVotes, setMinimumVotes] = useState(2);
  const [share, setShare] = useState(50);
  const [busy, setBusy] = useState(false);
  const body = { strategy, minimumVotes, threshold: share / 100 };
  const [preview, setPreview] = usePreview(ask, reportId, JSON.stringify(body));

  const merge = async () => {
    setBusy(true);
    const answer = await ask("POST", `/reports/${reportId}/merge`, { ...body, preview: false });
    setBusy(false);
    if (!answer.ok) return setPreview("failed");
    const { made } = answer.value;
    return onMerged(made.annotations + made.relations);
  };
  const counts = preview && preview !== "failed" ? preview : undefined;
  const made = counts ? counts.made.annotations + counts.made.relations : 0;

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("merge.title")}
      description={t("merge.lead")}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="primary" busy={busy} disabled={made === 0} onClick={() => void merge()}>
            {t("merge.make", { count: made })}
          </Button>
        </>
      }
    >
      <RadioCards
        label={t("merge.strategy")}
        value={strategy}
        onChange={setStrategy}
        options={mergeStrategies.map((value) => ({
          value,
          label: t(`merge.strategies.${value}`),
          hint: t(`merge.hints.${value}`),
        }))}
      />
      {strategy === "vote" ? (
        <VoteFields
          analysts={analysts}
          minimumVotes={minimumVotes}
          onMinimumVotes={setMinimumVotes}
          share={share}
          onShare={setShare}
        />
      ) : null}
      <Counted preview={preview} />
    </Dialog>
  );
}

/** What a merge would write and what it would leave, and why. */
function Counted({ preview }: { preview: Preview }) {
  const t = useTranslations("compare");
  return (
    <div role="status" className="text-small">
      {preview === "failed" ? <p className="text-bad">{t("merge.failed")}</p> : null}
      {preview === undefined ? <p className="breathes text-ink-3">{t("merge.counting")}</p> : null}
      {preview && preview !== "failed" ? (
        <ul className="flex flex-col gap-0.5">
          <li className="font-medium">
            {t("merge.made", { annotations: preview.made.annotations, links: preview.made.relations })}
          </li>
          <li className="text-ink-2">{t("merge.kept", { count: preview.kept })}</li>
          {preview.changedSince > 0 ? (
            <li className="text-wait">{t("merge.changedSince", { count: preview.changedSince })}</li>
          ) : null}
          {leftBecause.map((why) =>
            preview.left[why] > 0 ? (
              <li key={why} className="text-ink-2">
                {t(`merge.left.${why}`, { count: preview.left[why] })}
              </li>
            ) : null,
          )}
        </ul>
      ) : null}
    </div>
  );
}

/** How many votes a tag needs, and which share of them. */
function VoteFields({
  analysts,
  minimumVotes,
  onMinimumVotes,
  share,
  onShare,
}: {
  analysts: number;
  minimumVotes: number;
  onMinimumVotes: (value: number) => void;
  share: number;
  onShare: (value: number) => void;
}) {
  const t = useTranslations("compare");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t("merge.minimumVotes")}>
        <Input
          type="number"
          min={1}
          max={Math.max(1, analysts)}
          value={minimumVotes}
          onChange={({ target }) => onMinimumVotes(Math.max(1, Math.round(Number(target.value)) || 1))}
        />
      </Field>
      <Field label={t("merge.share")}>
        <Input
          type="number"
          min={0}
          max={100}
          value={share}
          onChange={({ target }) => onShare(Math.min(100, Math.max(0, Math.round(Number(target.value)) || 0)))}
        />
      </Field>
    </div>
  );
}
