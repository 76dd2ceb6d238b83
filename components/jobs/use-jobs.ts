"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Answer } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import type { Job } from "@/domain/job/job";
import { isOver } from "@/domain/job/job-values";

/** Milliseconds between two looks at jobs that are under way. */
const pulse = 1000;

/** One job as it goes on, from how the page was made with it. */
export function useJob(first: Job): [Job, (now: Job) => void] {
  const ask = useAsk();
  const [job, setJob] = useState(first);
  useLooking(!isOver(job), () => ask("GET", `/jobs/${job.id}`), setJob);
  return [job, setJob];
}

/** A page of a project's jobs as they go on. */
export function useJobs(projectId: string, first: readonly Job[]): [readonly Job[], (now: Job) => void] {
  const ask = useAsk();
  const [jobs, setJobs] = useState(first);
  const take = (those: readonly Job[]) =>
    setJobs((before) => before.map((job) => those.find(({ id }) => id === job.id) ?? job));
  useLooking(
    jobs.some((job) => !isOver(job)),
    () => ask("GET", `/projects/${projectId}/jobs`),
    ({ items }) => take(items),
  );
  return [jobs, (now) => take([now])];
}

/** Asks again and again, as long as there is something to see; a look that fails is made up for by the next. */
export function useLooking<T>(open: boolean, look: () => Promise<Answer<T>>, see: (seen: T) => void): void {
  const [nth, setNth] = useState(0);
  const onLook = useEffectEvent(look);
  const onSeen = useEffectEvent(see);
  useEffect(() => {
    if (!open) return;
    let gone = false;
    const lookAgain = async () => {
      const answer = await onLook();
      if (gone) return;
      if (answer.ok) onSeen(answer.value);
      setNth(nth + 1);
    };
    const timer = setTimeout(() => void lookAgain(), pulse);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [open, nth]);
}
