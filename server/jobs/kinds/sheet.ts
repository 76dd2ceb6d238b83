import "server-only";
import { SheetData } from "@/domain/event/sheet-back/back";
import { checkSheet, importSheet } from "@/server/import/sheet/go-through";
import { jobKind } from "@/server/jobs/kind";

const about = {
  deed: "import",
  counted: "rows",
  data: SheetData,
  upload: ({ upload }: SheetData) => upload,
} as const;

/** Says what an event sheet that comes back would do. */
export const checkSheetJob = jobKind({ kind: "check-sheet", ...about, run: checkSheet });

/** Brings an event sheet back: rows from before as events, edits as changes to look at. */
export const importSheetJob = jobKind({ kind: "import-sheet", ...about, run: importSheet });
