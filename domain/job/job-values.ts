/** What may run without anybody waiting for it; server/jobs/registry.ts has a file for each. */
export const jobKinds = [
  "check-import",
  "import-annotated",
  "suggest",
  "concordance",
  "check-sheet",
  "import-sheet",
  "make-release",
  "read-feed",
  "read-place-names",
] as const;
export const jobStates = ["queued", "running", "done", "failed", "cancelled"] as const;
/** What progress is counted in. */
export const countedThings = ["reports", "records", "hits", "rows", "items", "lines"] as const;
export const lineOutcomes = ["imported", "added-to", "skipped", "set-aside"] as const;

/** Jobs that are their starter’s own: nobody else sees or hears of them. */
export const personalJobs: readonly JobKindName[] = ["concordance"];

export type JobKindName = (typeof jobKinds)[number];
export type JobState = (typeof jobStates)[number];
export type CountedThing = (typeof countedThings)[number];
export type LineOutcome = (typeof lineOutcomes)[number];

/** Whether nothing more will happen to it. */
export const isOver = ({ state }: { state: JobState }): boolean => state !== "queued" && state !== "running";
