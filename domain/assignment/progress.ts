import { z } from "zod";
import { AssignmentState } from "@/domain/assignment/assignment";
import { assignmentStates } from "@/domain/assignment/assignment-values";
import { ReportId, UserId } from "@/domain/ids";

/** How many assignments are in each state. Given back without having been submitted is not "closed" but gone. */
export const WorkCounts = z.record(z.enum(assignmentStates), z.int());
export type WorkCounts = z.infer<typeof WorkCounts>;

export const LateWork = z.object({
  reportId: ReportId,
  title: z.string(),
  language: z.string(),
  userId: UserId,
  state: AssignmentState,
  due: z.iso.date(),
  /** Days past the due date, by the server's calendar (UTC); below zero while there is time. */
  late: z.int(),
});
export type LateWork = z.infer<typeof LateWork>;

/** Where a project stands. People come by name: this is no ranking. */
export const WorkProgress = z.object({
  /** The day that `late` counts to. */
  by: z.iso.date(),
  states: WorkCounts,
  people: z.array(z.object({ userId: UserId, name: z.string(), states: WorkCounts, late: z.int() })),
  /** What is not in and due by that day, most overdue first; at most 200. */
  late: z.array(LateWork),
  /** Work in any state, by when it is due: until that day, later, or at no day. */
  due: z.object({ until: z.int(), later: z.int(), never: z.int() }),
  /** Reports to work on that nobody has; only for those who see everybody's work. */
  unassigned: z.int().optional(),
  /** Reports to work on, whoever has them; as `unassigned`. */
  toWorkOn: z.int().optional(),
  pool: z.object({ size: z.int(), hours: z.int(), waiting: z.int() }).optional(),
});
export type WorkProgress = z.infer<typeof WorkProgress>;

const DAY = 86_400_000;

/** The Friday of this week, or of the next on a weekend, by the calendar in UTC. */
export function comingFriday(now: Date): string {
  const ahead = (5 - now.getUTCDay() + 7) % 7;
  return new Date(now.getTime() + ahead * DAY).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
