"use client";

import { useState } from "react";
import type { Ask } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { type Sending, useSending } from "@/components/api/use-sending";
import type { ImportCheck, ImportData } from "@/domain/import/annotated";
import { isImportCheck } from "@/domain/import/is-result";
import type { Job } from "@/domain/job/job";
import { isOver } from "@/domain/job/job-values";

/** Milliseconds between two looks at the check. */
const pulse = 400;

export type Checked = { upload: string; check: ImportCheck };

export type Annotated = {
  /** Bytes that were sent so far, and of how many. */
  sent: { done: number; total: number } | null;
  checking: boolean;
  checked: Checked | null;
  /** Why the files can't be imported at all. */
  refused: string | null;
  sending: Sending;
  check: (files: readonly File[]) => Promise<void>;
  /** Checks what was sent again, as another format or with other answers. */
  recheck: (as: { format: string; answers: Record<string, string> }) => Promise<void>;
  run: (data: ImportData) => Promise<Job | null>;
  again: () => void;
};

/** Sends files, has them checked, and starts their import. */
export function useAnnotated(projectId: string): Annotated {
  const ask = useAsk();
  const sending = useSending();
  const [sent, setSent] = useState<Annotated["sent"]>(null);
  const [checking, setChecking] = useState(false);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const jobs = `/projects/${projectId}/jobs` as const;

  async function upload(files: readonly File[]): Promise<string | null> {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    setSent({ done: 0, total });
    const place = await sending.send(() => ask("POST", `/projects/${projectId}/uploads`));
    let done = 0;
    for (const file of place ? files : []) {
      const name = encodeURIComponent(file.webkitRelativePath || file.name);
      const kept = await sending.send(() => ask("PUT", `/uploads/${place?.id}/files?name=${name}`, file));
      if (!kept) break;
      done += file.size;
      setSent({ done, total });
    }
    setSent(null);
    return place && done === total ? place.id : null;
  }

  async function look(id: string, as: object): Promise<void> {
    setRefused(null);
    setChecking(true);
    const job = await sending.send(() => ask("POST", jobs, { kind: "check-import", data: { upload: id, ...as } }));
    const over = job && (await untilOver(ask, job));
    setChecking(false);
    if (!over) return;
    if (isImportCheck(over.result)) setChecked({ upload: id, check: over.result });
    else setRefused(over.error ?? null);
  }

  return {
    sent,
    checking,
    checked,
    refused,
    sending,
    async check(files) {
      const id = await upload(files);
      if (id !== null) await look(id, {});
    },
    async recheck(as) {
      if (checked) await look(checked.upload, as);
    },
    run: (data) => sending.send(() => ask("POST", jobs, { kind: "import-annotated", data })),
    again() {
      setChecked(null);
      setRefused(null);
      sending.reset();
    },
  };
}

/** A look that fails is made up for by the next. */
export async function untilOver(ask: Ask, first: Job): Promise<Job> {
  let job = first;
  while (!isOver(job)) {
    await new Promise((resolve) => setTimeout(resolve, pulse));
    const answer = await ask("GET", `/jobs/${job.id}`);
    if (answer.ok) job = answer.value;
    else if (answer.problem.kind === "not-found") return { ...job, state: "failed" };
  }
  return job;
}
