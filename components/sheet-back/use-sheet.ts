"use client";

import { useState } from "react";
import { useAsk } from "@/components/api/ask";
import { type Sending, useSending } from "@/components/api/use-sending";
import { untilOver } from "@/components/import/annotated/use-annotated";
import type { SheetCheck } from "@/domain/event/sheet-back/back";
import { isSheetCheck } from "@/domain/event/sheet-back/is-result";
import type { Job } from "@/domain/job/job";

/** How a sheet is read and what becomes of its rows; what is left out is found out. */
export type SheetChoice = {
  columns: Record<string, string | null>;
  days?: "day first" | "month first" | undefined;
  as: "open" | "accepted";
  geoPrecision: number;
  coordinateBasis: string;
};

export type SheetBack = {
  checking: boolean;
  checked: SheetCheck | null;
  /** Why it can't be read at all. */
  refused: string | null;
  sending: Sending;
  check: (file: File, choice: SheetChoice) => Promise<void>;
  recheck: (choice: SheetChoice) => Promise<void>;
  run: (choice: SheetChoice) => Promise<Job | null>;
  again: () => void;
};

/** Sends a sheet, has it looked at, and brings it back. */
export function useSheet(projectId: string): SheetBack {
  const ask = useAsk();
  const sending = useSending();
  const [upload, setUpload] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);
  const [checked, setChecked] = useState<SheetCheck | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const jobs = `/projects/${projectId}/jobs` as const;

  async function look(id: string, choice: SheetChoice): Promise<void> {
    setRefused(null);
    setChecking(true);
    const job = await sending.send(() => ask("POST", jobs, { kind: "check-sheet", data: { upload: id, ...choice } }));
    const over = job && (await untilOver(ask, job));
    setChecking(false);
    if (!over) return;
    if (isSheetCheck(over.result)) setChecked(over.result);
    else setRefused(over.error ?? null);
  }

  return {
    ...{ checking, checked, refused, sending },
    async check(file, choice) {
      const place = await sending.send(() => ask("POST", `/projects/${projectId}/uploads`));
      const name = encodeURIComponent(file.name);
      const kept = place && (await sending.send(() => ask("PUT", `/uploads/${place.id}/files?name=${name}`, file)));
      if (!kept) return;
      setUpload(kept.id);
      await look(kept.id, choice);
    },
    async recheck(choice) {
      if (upload !== null) await look(upload, choice);
    },
    run: async (choice) =>
      upload === null
        ? null
        : sending.send(() => ask("POST", jobs, { kind: "import-sheet", data: { upload, ...choice } })),
    again() {
      setChecked(null);
      setRefused(null);
      sending.reset();
    },
  };
}
