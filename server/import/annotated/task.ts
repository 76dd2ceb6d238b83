import type { CheckData, ImportCheck, ImportData, ImportResult } from "@/domain/import/annotated";

/** What the thread is asked: to look at files, or to import them. */
export type Task = {
  databaseUrl: string;
  job: { workspaceId: string; id: string; projectId: string; attempt: number; by: string };
} & ({ is: "check"; data: CheckData } | { is: "import"; data: ImportData });

export type ToThread = { is: "task"; task: Task } | { is: "stop" };

export type FromThread =
  | { is: "progress"; done: number; total?: number }
  /** Reports that were there and have new tags. */
  | { is: "touched"; reports: string[] }
  | { is: "done"; result: ImportCheck | ImportResult }
  /** It can't be done: a sentence for people. */
  | { is: "failed"; reason: string }
  | { is: "broken"; error: { message: string; code: string | undefined; stack: string | undefined } };

export type Say = (message: Extract<FromThread, { is: "progress" | "touched" }>) => void;

/** It can't be done: why, in words for people. */
export class CannotImport extends Error {}
/** The job was cancelled, or another process has it. */
export class Stopped extends Error {}
