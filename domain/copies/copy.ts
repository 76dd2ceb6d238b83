import { z } from "zod";
import { copyStates } from "@/domain/copies/copy-values";
import { CopyId, ReportId, TagId, UserId } from "@/domain/ids";

/** One report of a pair. */
const CopyEnd = z.object({
  reportId: ReportId,
  title: z.string(),
  outlet: z.string().optional(),
  /** A day or an instant, as precise as the report is. */
  published: z.string().optional(),
  /** Its words; in scripts without spaces, its letters. */
  words: z.int().nonnegative(),
  /** How many of them stand in the other one too, five or more in a row. */
  shared: z.int().nonnegative(),
});
export type CopyEnd = z.infer<typeof CopyEnd>;

/** Two reports of a project of which one is, or may be, a copy of the other. */
export const Copy = z.object({
  id: CopyId,
  state: z.enum(copyStates),
  copy: CopyEnd,
  original: CopyEnd,
  /** Who decided last, and when. */
  by: UserId.optional(),
  byName: z.string().optional(),
  at: z.iso.datetime().optional(),
});
export type Copy = z.infer<typeof Copy>;

/** The same with the passages that stand in both, letter by letter: where in each text and how long, in code points. */
export const CopyWithPassages = Copy.extend({
  passages: z.array(
    z.object({ copy: z.int().nonnegative(), original: z.int().nonnegative(), length: z.int().positive() }),
  ),
});
export type CopyWithPassages = z.infer<typeof CopyWithPassages>;

/** Decides on a pair. `seen`: the state it was seen in, so that a colleague's decision is told instead of being overruled. */
export const DecideCopy = z.strictObject({
  state: z.enum(copyStates),
  /** Which of the two is the original; as proposed when left out. */
  original: ReportId.optional(),
  seen: z.enum(copyStates).optional(),
});
export type DecideCopy = z.infer<typeof DecideCopy>;

/** What came of proposing the original's tags for the copy. */
export const TakenTags = z.object({
  proposed: z.int().nonnegative(),
  /** Tags whose words do not stand in the copy as they stand in the original. */
  unplaced: z.array(z.object({ id: TagId, kind: z.string(), quote: z.string() })),
});
export type TakenTags = z.infer<typeof TakenTags>;

/** Copies found of some reports. */
export const CopiesFound = z.object({
  items: z.array(Copy),
  next: z.string().optional(),
  /** How many of the reports asked about were not compared with the others yet. */
  waiting: z.int().nonnegative(),
});
export type CopiesFound = z.infer<typeof CopiesFound>;
