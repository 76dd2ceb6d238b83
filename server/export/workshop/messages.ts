import type { DatasetHeader, ExportCounts } from "@/domain/formats/dataset";
import type { ExportOptions } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";
import type { Protection } from "@/domain/protection/protection";
import type { Statements } from "../../data/export/asked-of";

/** What a thread needs to know to write an export from the view of the database that another connection holds. */
export type Job = {
  databaseUrl: string;
  snapshot: string;
  statements: Statements;
  /** What the project protects, as far as it binds whoever takes this. */
  protection: Protection;
  header: DatasetHeader;
  format: string;
  layers: readonly string[];
  options: ExportOptions;
  gz: boolean;
};

/** An export that is written into nowhere, to find out what it would lose, in no more than so many milliseconds. */
export type Trial = { job: Job; counts: ExportCounts; within: number };

/** What leaves, and what the format cannot carry. */
export type Counted = { counts: ExportCounts; losses: readonly Loss[] };

/** To the thread: first the job; `wanted` for every chunk that its reader took. */
export type ToThread =
  | { is: "job"; job: Job }
  | { is: "trial"; trial: Trial }
  | { is: "counted"; counted: Counted }
  | { is: "wanted" };

/** From the thread. It has the view for itself once it has begun. */
export type FromThread =
  | { is: "begun" }
  | { is: "chunk"; chunk: Uint8Array }
  | { is: "end" }
  /** Null where it took too long. */
  | { is: "tried"; losses: readonly Loss[] | null }
  | { is: "broken"; error: { message: string; code: string | undefined; stack: string | undefined } };

/** Chunks that a thread writes before its reader took the first of them. */
export const ahead = 8;
