"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/components/api/answer";
import { useAsk } from "@/components/api/ask";
import { type Sending, useSending } from "@/components/api/use-sending";
import type { ImportOutcome, Report, ReportRow } from "@/domain/report/report";

/** So many files go in one request: few enough that a lost connection costs little and the bar moves. */
const FILES_AT_ONCE = 4;

/** Sends pasted text or files and gathers what became of each. */
export function useImport(projectId: string): {
  outcomes: readonly ImportOutcome[] | null;
  progress: { done: number; total: number } | null;
  sending: Sending;
  paste: (report: Record<string, string>) => Promise<void>;
  upload: (files: readonly File[], provenance: Record<string, string>) => Promise<void>;
  again: () => void;
} {
  const t = useTranslations("import");
  const ask = useAsk();
  const sending = useSending();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[] | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const path = `/projects/${projectId}/reports`;

  async function paste(report: Record<string, string>) {
    const outcome = await sending.send(async (): Promise<Answer<ImportOutcome>> => {
      const name = t("pasted");
      const answer = await ask<Report>("POST", path, report);
      if (answer.ok) {
        const { id, title, original } = answer.value;
        return { ok: true, value: { outcome: "imported", name, id, title, encoding: original.encoding } };
      }
      const { kind, current } = answer.problem;
      if (kind === "conflict" && isRow(current))
        return { ok: true, value: { outcome: "duplicate", name, id: current.id, title: current.title, same: "text" } };
      return answer;
    });
    if (outcome) setOutcomes([outcome]);
  }

  async function upload(files: readonly File[], provenance: Record<string, string>) {
    const all: ImportOutcome[] = [];
    setProgress({ done: 0, total: files.length });
    for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
      const body = new FormData();
      for (const [name, value] of Object.entries(provenance)) body.set(name, value);
      for (const file of files.slice(at, at + FILES_AT_ONCE)) body.append("files", file);
      const answer = await sending.send(() => ask<{ results: ImportOutcome[] }>("POST", path, body));
      if (!answer) {
        if (at > 0) {
          const rest = files.slice(at).map(({ name }) => ({ outcome: "refused" as const, name, reason: t("notSent") }));
          setOutcomes([...all, ...rest]);
        }
        setProgress(null);
        return;
      }
      all.push(...answer.results);
      setProgress({ done: Math.min(at + FILES_AT_ONCE, files.length), total: files.length });
    }
    setProgress(null);
    setOutcomes(all);
  }

  return {
    outcomes,
    progress,
    sending,
    paste,
    upload,
    again: () => {
      setOutcomes(null);
      sending.reset();
    },
  };
}

function isRow(current: unknown): current is ReportRow {
  return typeof current === "object" && current !== null && "id" in current && "title" in current;
}
