import { z } from "zod";
import type { RecordKind } from "@/domain/release/delta/records";
import { ReleaseFile } from "@/domain/release/release";

const End = z.object({ number: z.int().positive(), title: z.string(), digest: z.string() });

/** How a file of the newer release is made: it is the same, made by steps, or part of the delta as a whole. */
export const DeltaFile = ReleaseFile.extend({
  is: z.enum(["same", "steps", "whole"]),
  /** Of the older release's file of that name, where it is needed. */
  from: z.object({ bytes: z.int().nonnegative(), sha256: z.string() }).optional(),
});
export type DeltaFile = z.infer<typeof DeltaFile>;

/** What `delta.json` says: from which release to which, and how each file of the newer one is made. */
export const DeltaHeader = z.object({
  format: z.literal("glossator-delta"),
  formatVersion: z.literal(1),
  project: z.object({ id: z.uuid(), name: z.string() }),
  from: End,
  to: End,
  files: z.array(DeltaFile),
});
export type DeltaHeader = z.infer<typeof DeltaHeader>;

export const deltaName = "delta.json";
export const stepsName = (file: string) => `steps/${file}.jsonl`;
export const wholeName = (file: string) => `whole/${file}`;

/** What a record of a file is; nothing where it is small and always part of a delta as a whole. */
export function recordsIn(file: string): RecordKind | undefined {
  if (file.endsWith(".csv")) return "row";
  return file.endsWith(".jsonl") ? "line" : undefined;
}

/** How the newer release's files are made of the older one's. */
export function filesBetween(older: readonly ReleaseFile[], newer: readonly ReleaseFile[]): DeltaFile[] {
  const before = new Map(older.map((file) => [file.name, file]));
  return newer.map((file) => {
    const former = before.get(file.name);
    if (!former) return { ...file, is: "whole" };
    const from = { bytes: former.bytes, sha256: former.sha256 };
    if (former.sha256 === file.sha256) return { ...file, is: "same", from };
    return recordsIn(file.name) ? { ...file, is: "steps", from } : { ...file, is: "whole" };
  });
}
