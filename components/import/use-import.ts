"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Answer, Ask } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { type Sending, useSending } from "@/components/api/use-sending";
import { type Fields, inGroups, type Undecided, useFileGroups } from "@/components/import/use-file-groups";
import type { ImportOutcome } from "@/domain/report/import-outcome";
import type { ReportFieldValues } from "@/domain/report/report-fields";

/** One report as the API takes it. */
type Pasting = Readonly<Record<string, string | ReportFieldValues>>;

/** An import as it goes: what came of it so far, and what can be done. */
interface Importing {
  outcomes: readonly ImportOutcome[] | null;
  undecided: readonly Undecided[];
  progress: { done: number; total: number } | null;
  sending: Sending;
  paste: (report: Pasting) => Promise<void>;
  upload: (files: readonly File[], provenance: Fields) => Promise<void>;
  /** Imports files in the encodings that were chosen for them; those without one are left out. */
  decide: (chosen: ReadonlyMap<File, string>) => Promise<void>;
  /** Whether that was asked for. */
  cancelling: boolean;
  /** Stops after the files that are on their way; what was imported stays. */
  cancel: () => void;
  again: () => void;
}

/** Sends pasted text or files and gathers the result of each. `onOnly` hears the id where one report was all there was and nothing is to be said of it. */
export function useImport(projectId: string, onOnly: (id: string) => void): Importing {
  const t = useTranslations("import");
  const ask = useAsk();
  const sending = useSending();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[] | null>(null);
  const [undecided, setUndecided] = useState<readonly Undecided[]>([]);
  const [provenance, setProvenance] = useState<Fields>({});
  const path = `/projects/${projectId}/reports` as const;
  const { progress, sendAll, cancelling, isCancelled, cancel } = useFileGroups(path, sending);

  async function paste(report: Pasting) {
    const outcome = await sending.send(() => pasted(ask, path, report, t("pasted")));
    if (outcome) tell([outcome], []);
  }

  function tell(all: readonly ImportOutcome[], open: readonly Undecided[]) {
    setUndecided(open);
    setOutcomes(all);
    const [only, ...others] = all;
    if (only?.outcome !== "imported" || others.length > 0 || open.length > 0) return;
    const { warnings, found } = only.document;
    if (warnings.length === 0 && found.length === 0) onOnly(only.id);
  }

  const notSent = ({ name }: File) => ({
    outcome: "refused" as const,
    name,
    reason: t(isCancelled() ? "cancelled" : "notSent"),
  });

  async function upload(files: readonly File[], fields: Fields) {
    setProvenance(fields);
    const sent = await sendAll(inGroups(files), fields);
    if (sent.left.length === files.length) return;
    tell([...sent.outcomes, ...sent.left.map(notSent)], sent.undecided);
  }

  async function decide(chosen: ReadonlyMap<File, string>) {
    const files = undecided.map(({ file }) => file);
    const encodings = new Set(files.flatMap((file) => chosen.get(file) ?? []));
    const groups = [...encodings].flatMap((encoding) =>
      inGroups(
        files.filter((file) => chosen.get(file) === encoding),
        encoding,
      ),
    );
    const sent = await sendAll(groups, provenance);
    if (groups.length > 0 && sent.left.length === groups.flatMap((group) => group.files).length) return;
    const leftOut = files
      .filter((file) => !chosen.has(file))
      .map(({ name }) => ({ outcome: "refused" as const, name, reason: t("leftOut") }));
    tell([...(outcomes ?? []), ...sent.outcomes, ...leftOut, ...sent.left.map(notSent)], sent.undecided);
  }

  return {
    outcomes,
    undecided,
    progress,
    sending,
    paste,
    upload,
    decide,
    cancelling,
    cancel,
    again: () => {
      setOutcomes(null);
      setUndecided([]);
      sending.reset();
    },
  };
}

async function pasted(
  ask: Ask,
  path: `/projects/${string}/reports`,
  report: Pasting,
  name: string,
): Promise<Answer<ImportOutcome>> {
  const answer = await ask("POST", path, report);
  if (answer.ok && "original" in answer.value) {
    const { id, title, language, languageGuessed, extraction } = answer.value;
    const encoding = { label: answer.value.original.encoding, certain: true, alternatives: [] };
    const value = { outcome: "imported" as const, name, id, title, encoding };
    return {
      ok: true,
      value: { ...value, language: { tag: language, guessed: languageGuessed }, document: extraction },
    };
  }
  if (answer.ok) return { ok: false, problem: { kind: "broken", title: "" } };
  const { kind, current } = answer.problem;
  if (kind !== "conflict" || !isDuplicate(current)) return answer;
  return { ok: true, value: { ...current, outcome: "duplicate", name } };
}

type Duplicate = Omit<Extract<ImportOutcome, { outcome: "duplicate" }>, "outcome" | "name">;

function isDuplicate(current: unknown): current is Duplicate {
  return typeof current === "object" && current !== null && "id" in current && "title" in current;
}
