"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Answer, Ask } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { type Sending, useSending } from "@/components/api/use-sending";
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

type Fields = Record<string, string>;

/** Sends pasted text or files and gathers the result of each. `onOnly` hears the id where one report was all there was and nothing is to be said of it. */
export function useImport(
  projectId: string,
  onOnly: (id: string) => void,
): {
  outcomes: readonly ImportOutcome[] | null;
  undecided: readonly Undecided[];
  progress: { done: number; total: number } | null;
  sending: Sending;
  paste: (report: Fields) => Promise<void>;
  upload: (files: readonly File[], provenance: Fields) => Promise<void>;
  /** Imports files in the encodings that were chosen for them; those without one are left out. */
  decide: (chosen: ReadonlyMap<File, string>) => Promise<void>;
  /** Whether that was asked for. */
  cancelling: boolean;
  /** Stops after the files that are on their way; what was imported stays. */
  cancel: () => void;
  again: () => void;
} {
  const t = useTranslations("import");
  const ask = useAsk();
  const sending = useSending();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[] | null>(null);
  const [undecided, setUndecided] = useState<readonly Undecided[]>([]);
  const [provenance, setProvenance] = useState<Fields>({});
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const cancelled = useRef(false);
  const [cancelling, setCancelling] = useState(false);
  const path = `/projects/${projectId}/reports` as const;

  async function paste(report: Fields) {
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
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      body.set("unsure", "ask");
      body.set("opId", crypto.randomUUID());
      if (encoding !== undefined) body.set("encoding", encoding);
      for (const file of files) body.append("files", file);
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

  const notSent = ({ name }: File) => ({
    outcome: "refused" as const,
    name,
    reason: t(cancelled.current ? "cancelled" : "notSent"),
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
    cancel: () => {
      cancelled.current = true;
      setCancelling(true);
    },
    again: () => {
      setOutcomes(null);
      setUndecided([]);
      sending.reset();
    },
  };
}

type Group = { files: readonly File[]; encoding: string | undefined };
type Sent = { outcomes: ImportOutcome[]; undecided: Undecided[]; left: File[] };

/** Files of the same name go in requests of their own, so that each answer is known to be of its file. */
function inGroups(files: readonly File[], encoding?: string): Group[] {
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

async function pasted(
  ask: Ask,
  path: `/projects/${string}/reports`,
  report: Fields,
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
