import type { ImportCheck, ImportResult } from "@/domain/import/annotated";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether what came of a job is that of an import. */
export const isImportResult = (result: unknown): result is ImportResult =>
  isObject(result) && "setAside" in result && typeof result.setAside === "number";

/** Whether what came of a job is that of a check before an import. */
export const isImportCheck = (result: unknown): result is ImportCheck =>
  isObject(result) && "counts" in result && "labels" in result;
