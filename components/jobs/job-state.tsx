"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Chip, type Tone } from "@/components/ui/chip";
import { Progress } from "@/components/ui/progress";
import type { Job } from "@/domain/job/job";
import { isOver, type JobState as State } from "@/domain/job/job-values";

const tones: Record<State, Tone> = {
  queued: "plain",
  running: "accent",
  done: "green",
  failed: "bad",
  cancelled: "ochre",
};

/** Whether a job waits, runs or is over, how far it is, and why it failed. */
export function JobState({ job }: { job: Job }) {
  const t = useTranslations("jobs");
  const { done, total, counted } = job.progress;
  const name = t(`kinds.${job.kind}`);
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip tone={tones[job.state]}>{job.cancelling ? t("cancelling") : t(`states.${job.state}`)}</Chip>
        {done > 0 || total !== undefined ? (
          <span className="text-small text-ink-2 tabular-nums">
            {t(`counted.${counted}`, { done, total: total === undefined ? "none" : total.toLocaleString("en") })}
          </span>
        ) : null}
      </div>
      {!isOver(job) && total !== undefined ? (
        <div className="max-w-xs">
          <Progress label={t("progressOf", { job: name })} done={done} total={total} countsHidden />
        </div>
      ) : null}
      {job.error ? <p className="text-small text-bad">{job.error}</p> : null}
    </div>
  );
}

/** Ends a job that is under way. */
export function CancelJob({ job, onCancelled }: { job: Job; onCancelled: (now: Job) => void }) {
  const t = useTranslations("jobs");
  const ask = useAsk();
  const sending = useSending();
  const [asked, setAsked] = useState(false);
  if (isOver(job)) return null;
  return (
    <div className="space-y-2">
      <Button
        aria-label={t("cancelOf", { job: t(`kinds.${job.kind}`) })}
        busy={sending.busy || asked || job.cancelling}
        onClick={async () => {
          setAsked(true);
          const now = await sending.send(() => ask("DELETE", `/jobs/${job.id}`));
          if (now) onCancelled(now);
          else setAsked(false);
        }}
      >
        {t("cancel")}
      </Button>
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
    </div>
  );
}
