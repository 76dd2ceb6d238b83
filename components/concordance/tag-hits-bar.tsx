"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import type { Asked } from "@/components/concordance/spot";
import { type Outcome, useTagHits } from "@/components/concordance/use-tag-hits";
import { useKindNames } from "@/components/queue/kind-names";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import { useToast } from "@/components/ui/toast";
import type { ProjectId } from "@/domain/ids";
import type { Hit } from "@/domain/search/concordance";

type Label = { kind: `label:${string}`; name: string };

/** Tags the hits that were picked, or all there are, as one change that can be taken back. */
export function TagHitsBar({
  projectId,
  asked,
  labels,
  picked,
  onDone,
}: {
  projectId: ProjectId;
  asked: Asked;
  labels: readonly Label[];
  picked: readonly Hit[];
  onDone: () => void;
}) {
  const t = useTranslations("search.concordance");
  const tell = useToast();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { tag, undo, stop, progress, problem } = useTagHits(projectId, asked);

  const apply = async (kind: string, all: boolean) => {
    setOutcome(null);
    const done = await tag(kind, all ? undefined : picked);
    setOpen(false);
    setOutcome(done);
    if (done) onDone();
  };
  const takeBack = async (done: Outcome) => {
    const undone = await undo(done.opId);
    if (!undone) return;
    setOutcome(null);
    tell({ title: t("undone", undone) });
  };

  return (
    <div className="mb-2 space-y-2">
      <p className="flex flex-wrap items-center gap-3 text-small text-ink-2">
        <Button size="small" onClick={() => setOpen(true)}>
          {t("tag")}
        </Button>
        <span aria-live="polite">{t("picked", { count: picked.length })}</span>
      </p>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div aria-live="polite">{outcome ? <Told outcome={outcome} onUndo={() => void takeBack(outcome)} /> : null}</div>
      {open ? (
        <Choose
          labels={labels}
          picked={picked.length}
          progress={progress}
          onApply={(kind, all) => void apply(kind, all)}
          onClose={() => (progress ? stop() : setOpen(false))}
        />
      ) : null}
    </div>
  );
}

function Told({ outcome, onUndo }: { outcome: Outcome; onUndo: () => void }) {
  const t = useTranslations("search.concordance");
  const { made, same, refused, stopped } = outcome;
  const undo = (
    <Button size="small" onClick={onUndo}>
      {t("undo")}
    </Button>
  );
  return (
    <Banner tone={refused.count > 0 || stopped ? "wait" : "ok"} action={made > 0 ? undo : null}>
      <p>{t("done", { made, same })}</p>
      {stopped ? <p>{t("stopped")}</p> : null}
      {refused.count > 0 ? <p>{t("refused", refused)}</p> : null}
    </Banner>
  );
}

const core = ["place", "source"] as const;

function Choose({
  labels,
  picked,
  progress,
  onApply,
  onClose,
}: {
  labels: readonly Label[];
  picked: number;
  progress: { done: number; total: number } | null;
  onApply: (kind: string, all: boolean) => void;
  onClose: () => void;
}) {
  const t = useTranslations("search.concordance");
  const kindName = useKindNames(labels);
  const [kind, setKind] = useState<string>(core[0]);
  const [all, setAll] = useState(picked === 0);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("tagTitle")}
      description={t("tagHint")}
      footer={
        <>
          <Button onClick={onClose}>{progress ? t("stop") : t("cancel")}</Button>
          <Button variant="primary" disabled={progress !== null} onClick={() => onApply(kind, all)}>
            {t("apply")}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Field label={t("tagKind")}>
          <Select value={kind} onChange={(event) => setKind(event.target.value)}>
            {[...core, ...labels.map((label) => label.kind)].map((each) => (
              <option key={each} value={each}>
                {kindName(each)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("which")}>
          <Select value={all ? "all" : "ticked"} onChange={(event) => setAll(event.target.value === "all")}>
            {picked > 0 ? <option value="ticked">{t("ticked", { count: picked })}</option> : null}
            <option value="all">{t("all")}</option>
          </Select>
        </Field>
        {progress ? <Progress label={t("progress")} done={progress.done} total={progress.total} /> : null}
      </div>
    </Dialog>
  );
}
