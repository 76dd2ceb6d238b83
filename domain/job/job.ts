import { z } from "zod";
import { JobId, ProjectId, ReportId, UserId } from "@/domain/ids";
import { countedThings, jobKinds, jobStates, lineOutcomes } from "@/domain/job/job-values";

/** A piece of work that goes on without anybody waiting for it. */
export const Job = z.object({
  id: JobId,
  /** Absent for a job of the whole workspace. */
  projectId: ProjectId.optional(),
  kind: z.enum(jobKinds),
  state: z.enum(jobStates),
  /** It was asked to end and has not yet. */
  cancelling: z.boolean(),
  progress: z.object({
    done: z.int().nonnegative(),
    /** Unknown until everything was counted. */
    total: z.int().nonnegative().optional(),
    counted: z.enum(countedThings),
  }),
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  /** Why it failed, and what was kept. */
  error: z.string().optional(),
  /** What came of it, in the shape of its kind. */
  result: z.unknown().optional(),
});
export type Job = z.infer<typeof Job>;

/** What happened to one record of a file; `line` counts from 1 where the file has lines. */
export const JobLine = z.object({
  nth: z.int().nonnegative(),
  file: z.string(),
  line: z.int().positive().optional(),
  outcome: z.enum(lineOutcomes),
  /** Why it was set aside or skipped. */
  reason: z.string().optional(),
  reportId: ReportId.optional(),
  title: z.string().optional(),
  /** The id that the file has for the report. */
  formerId: z.string().optional(),
  /** Tags that came with it. */
  tags: z.int().nonnegative(),
});
export type JobLine = z.infer<typeof JobLine>;
