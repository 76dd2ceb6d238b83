import { z } from "zod";
import { assignmentOrigins, assignmentStates } from "@/domain/assignment/assignment-values";
import { ProjectId, ReportId, UserId } from "@/domain/ids";

export const AssignmentState = z.enum(assignmentStates);
export type AssignmentState = z.infer<typeof AssignmentState>;

const note = z.string().trim().max(2000);
/** Code points from the start of the text. */
const readTo = z.int().nonnegative();

/** One analyst's work on one report. */
export const Assignment = z.object({
  reportId: ReportId,
  projectId: ProjectId,
  userId: UserId,
  state: AssignmentState,
  origin: z.enum(assignmentOrigins),
  /** What was said with the last assignment, hand-over or return. */
  note: z.string(),
  /** What the analyst said to the reviewer with the last submission. */
  submitNote: z.string(),
  readTo,
  assignedBy: UserId,
  createdAt: z.iso.datetime(),
  /** When the state last changed. */
  stateAt: z.iso.datetime(),
  /** When the analyst last did something here. */
  touchedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().optional(),
});
export type Assignment = z.infer<typeof Assignment>;

/**
 * Brings an assignment into a state; saying the same again changes nothing. A `note` goes to the analyst, with
 * "submitted" to the reviewer. `handTo` gives unfinished work to somebody
 * else, who finds the note and begins to read at `readTo`.
 */
export const PutAssignment = z
  .strictObject({
    state: AssignmentState.optional(),
    note: note.optional(),
    readTo: readTo.optional(),
    handTo: UserId.optional(),
    /** The state it was seen in, "none" for none, so that a colleague's move is told instead of being overruled. */
    seen: z.union([AssignmentState, z.literal("none")]).optional(),
  })
  .refine(({ state, handTo }) => (state === undefined) !== (handTo === undefined), {
    path: ["state"],
    error: "Say either the state or who takes the work over.",
  });
export type PutAssignment = z.infer<typeof PutAssignment>;

/** Many reports to many people: everybody gets every report, or `each` people a report, with as equal a number of words to read as it goes. */
export const AssignMany = z.strictObject({
  reports: z.array(ReportId).min(1).max(1000),
  people: z.array(UserId).min(1).max(200),
  how: z.enum(["everybody", "evenly"]).default("everybody"),
  each: z.int().min(1).max(20).default(1),
  note: note.default(""),
  /** Only says what it would do. */
  preview: z.boolean().default(false),
});
export type AssignMany = z.infer<typeof AssignMany>;

export const AssignedMany = z.object({
  made: z.int(),
  /** Report and person pairs that stood before and stay as they are. */
  already: z.int(),
  /** What each would get, and what waits for them already: reports, and the words of those. */
  people: z.array(z.object({ userId: UserId, made: z.int(), words: z.int(), waiting: z.int(), waitingWords: z.int() })),
  preview: z.boolean(),
});
export type AssignedMany = z.infer<typeof AssignedMany>;
