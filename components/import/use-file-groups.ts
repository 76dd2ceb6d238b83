"use client";

import { useRef, useState } from "react";
import { useAsk } from "@/components/api/ask";
import type { Sending } from "@/components/api/use-sending";
import type { ImportOutcome, ReadEncoding } from "@/domain/report/import-outcome";

/** So many files go in one request: few enough that a lost connection costs little and the bar moves. */
const FILES_AT_ONCE = 4;

/** A file of which nothing is kept yet: somebody has to say which encoding reads right. */
export type Undecided = {
  file: File;
  /** The guess and what else it may be; without `label` nothing was convincing. */
  choices: ReadEncoding["alternatives"];
  guess: string | undefined;
  line: number | undefined;
  reason: string | undefined;
};

export type Fields = Record<string, string>;

export type Group = { files: readonly File[]; encoding: string | undefined };
type Sent = { outcomes: ImportOutcome[]; undecided: Undecided[]; left: File[] };

/** Sends files to be read as reports, group after group, and can stop between two of them. */
export function useFileGroups(path: `/projects/${string}/reports`, sending: Sending) {
  const ask = useAsk();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const cancelled = useRef(false);
  const [cancelling, setCancelling] = useState(false);

  /** Sends groups of files one after the other, until one of them can't be sent. */
  async function sendAll(groups: readonly Group[], fields: Fields): Promise<Sent> {
    const total = groups.reduce((sum, { files }) => sum + files.length, 0);
    const sent: Sent = { outcomes: [], undecided: [], left: [] };
    setProgress({ done: 0, total });
    cancelled.current = false;
    setCancelling(false);
    for (const [at, { files, encoding }] of groups.entries()) {
      if (cancelled.current) {
        sent.left = groups.slice(at).flatMap((group) => group.files);
        break;
      }
      const body = formOf({ files, encoding }, fields);
      const answer = await sending.send(() => ask("POST", path, body));
      if (!answer) {
        sent.left = groups.slice(at).flatMap((group) => group.files);
        break;
      }
      for (const outcome of "results" in answer ? answer.results : []) {
        const file = files.find(({ name }) => name === outcome.name);
        const open = file && undecidedOf(file, outcome);
        if (open) sent.undecided.push(open);
        else sent.outcomes.push(outcome);
      }
      setProgress((now) => now && { ...now, done: now.done + files.length });
    }
    setProgress(null);
    return sent;
  }

  return {
    progress,
    sendAll,
    cancelling,
    isCancelled: () => cancelled.current,
    cancel: () => {
      cancelled.current = true;
      setCancelling(true);
    },
  };
}

function formOf({ files, encoding }: Group, fields: Fields): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set("unsure", "ask");
  body.set("opId", crypto.randomUUID());
  if (encoding !== undefined) body.set("encoding", encoding);
  for (const file of files) body.append("files", file);
  return body;
}

/** Files of the same name go in requests of their own, so that each answer is known to be of its file. */
export function inGroups(files: readonly File[], encoding?: string): Group[] {
  const groups: File[][] = [];
  for (const file of files) {
    const last = groups.at(-1);
    const fits = last && last.length < FILES_AT_ONCE && !last.some(({ name }) => name === file.name);
    if (fits) last.push(file);
    else groups.push([file]);
  }
  return groups.map((group) => ({ files: group, encoding }));
}

function undecidedOf(file: File, outcome: ImportOutcome): Undecided | undefined {
  if (outcome.outcome === "unsure") {
    const { label, passage = "", line, alternatives } = outcome.encoding;
    return { file, choices: [{ label, passage }, ...alternatives], guess: label, line, reason: undefined };
  }
  if (outcome.outcome !== "refused" || !outcome.encodings) return undefined;
  const { encodings, line, reason } = outcome;
  return { file, choices: encodings, guess: undefined, line, reason };
}
