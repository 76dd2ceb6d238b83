import { z } from "zod";
import { geoPrecisions } from "@/domain/event/event-values";
import { changeStates } from "@/domain/event/sheet-back/back-values";
import { coordinateBases } from "@/domain/gazetteer/place-values";
import { EventId, JobId, UploadId } from "@/domain/ids";

const Word = z.string().max(200);

/** A sheet that comes back, and how it is read. What is left out is found out. */
export const SheetData = z.strictObject({
  upload: UploadId,
  /** What columns of the file are taken for; null keeps one beside the events. */
  columns: z.record(Word, Word.nullable()).default({}),
  /** Which of day and month comes first where the year does not. */
  days: z.enum(["day first", "month first"]).optional(),
  /** What rows from before are taken for where they do not say it. */
  geoPrecision: z.literal(geoPrecisions).default(3),
  coordinateBasis: z.enum(coordinateBases).default("analyst's point"),
  /** Whether rows from before were decided on before. */
  as: z.enum(["open", "accepted"]).default("open"),
});
export type SheetData = z.infer<typeof SheetData>;

const Value = z.union([z.string(), z.number(), z.null()]);

/** A field of an event that a sheet has otherwise. */
export const SheetChangeRow = z.object({
  jobId: JobId,
  row: z.int().positive(),
  field: z.string(),
  eventId: EventId,
  title: z.string(),
  /** The version that the sheet was made of, and the one that the event has. */
  version: z.int(),
  current: z.int(),
  file: z.string(),
  was: z.record(z.string(), Value),
  becomes: z.record(z.string(), Value),
  state: z.enum(changeStates),
  reason: z.string().optional(),
});
export type SheetChangeRow = z.infer<typeof SheetChangeRow>;

const Named = z.strictObject({ jobId: JobId, row: z.int().positive(), field: Word });

/**
 * Takes changes of sheets over, or leaves them. `all` of a job means those that wait: what was changed meanwhile is
 * looked at one by one. So many are decided on at once; the answer says how many are left.
 */
export const DecideSheetChanges = z.strictObject({
  decision: z.enum(["take", "leave"]),
  changes: z.union([z.array(Named).min(1).max(500), z.strictObject({ jobId: JobId, all: z.literal(true) })]),
});
export type DecideSheetChanges = z.infer<typeof DecideSheetChanges>;

/** What became of them: taken over, left, and those that could not be taken, each with the reason. */
export const DecidedSheetChanges = z.object({
  taken: z.int(),
  left: z.int(),
  refused: z.array(z.object({ row: z.int(), field: z.string(), reason: z.string() })),
  /** How many of the job still wait. */
  waiting: z.int(),
});
export type DecidedSheetChanges = z.infer<typeof DecidedSheetChanges>;

type Counted<T> = { count: number; examples: T[] };

export type SheetCounts = {
  /** Rows from before that become events, and those that are here already. */
  legacy: number;
  known: number;
  /** Rows of events: with changes, with changes of events that were changed meanwhile, and without. */
  changed: number;
  meanwhile: number;
  unchanged: number;
  setAside: number;
};

/** What a sheet would do. Examples are the first few. */
export type SheetCheck = {
  file: string;
  rows: number;
  header: { name: string; target: string | null; example: string }[];
  /** The order of day and month that the dates give away. */
  days?: "day first" | "month first";
  counts: SheetCounts;
  changes: Counted<
    Pick<SheetChangeRow, "row" | "eventId" | "title" | "field" | "was" | "becomes"> & { meanwhile: boolean }
  >;
  setAside: Counted<{ row: number; reason: string }>;
  /** Columns that follow from claims and differ, each with how many rows; they are not taken. */
  locked: { column: string; count: number }[];
  /** Event types that the codebook does not have. */
  strangeTypes: string[];
};

/** What a sheet did. */
export type SheetResult = { file: string; counts: SheetCounts };
