import type { SheetCheck, SheetResult } from "@/domain/event/sheet-back/back";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether what came of a job is that of a look at a sheet. */
export const isSheetCheck = (result: unknown): result is SheetCheck =>
  isObject(result) && "counts" in result && "header" in result;

/** Whether what came of a job is that of a sheet that came back. */
export const isSheetResult = (result: unknown): result is SheetResult =>
  isObject(result) && "counts" in result && "file" in result && !("header" in result);
