import { z } from "zod";
import { Assignment, AssignmentState } from "@/domain/assignment/assignment";
import { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import { ReportRow, TagCounts } from "@/domain/report/report";
import { directions } from "@/domain/report/report-values";

const about = {
  title: z.string(),
  outlet: z.string().optional(),
  language: z.string(),
  direction: z.enum(directions),
  projectName: z.string(),
};

/** A report that is mine to work on, with what one wants to know before opening it. */
export const WorkItem = z.object({
  ...Assignment.shape,
  ...about,
  words: z.int(),
  codePoints: z.int(),
  due: z.iso.date().optional(),
  priority: z.int(),
  assignedByName: z.string().optional(),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** A tag of one's own that a reviewer returned or rejected, as long as that stands. */
export const TagBack = z.object({
  tagId: TagId,
  kind: z.string(),
  /** Those of a link are the words of its claim. */
  words: z.string(),
  state: z.enum(["returned", "rejected"]),
  reason: z.string(),
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
});
export type TagBack = z.infer<typeof TagBack>;

/** A report on which tags of one's own came back, whatever became of the work as a whole. */
export const ReportBack = z.object({
  reportId: ReportId,
  projectId: ProjectId,
  ...about,
  /** Where one's own work stands; left out where one had none. */
  state: AssignmentState.optional(),
  returned: z.int(),
  rejected: z.int(),
  /** In the order of the decisions, the latest first; at most 20. */
  tags: z.array(TagBack),
});
export type ReportBack = z.infer<typeof ReportBack>;

/** What one has submitted and not got back, until the report is closed. */
export const SubmittedItem = z.object({
  ...Assignment.shape,
  ...about,
  words: z.int(),
  submittedAt: z.iso.datetime(),
  /** One's own tags on it. */
  ownTags: z.int(),
  tags: TagCounts,
  toSettle: ReportRow.shape.toSettle,
  /** `tags` are one's own: colleagues still work blind, and nobody decides yet. */
  blind: z.boolean(),
});
export type SubmittedItem = z.infer<typeof SubmittedItem>;

/** What waits for a person, in all their projects. */
export const MyWork = z.object({
  /** What came back first, then what is begun, then what is new; each most urgent first. */
  items: z.array(WorkItem),
  next: z.string().optional(),
  /** Where tags came back, latest first; at most 100 reports. */
  back: z.array(ReportBack),
  /** What was submitted last comes first. */
  submitted: z.array(SubmittedItem),
  nextSubmitted: z.string().optional(),
  /** How many are submitted and not closed. */
  handedIn: z.int(),
  pools: z.array(z.object({ projectId: ProjectId, projectName: z.string(), waiting: z.int() })),
});
export type MyWork = z.infer<typeof MyWork>;
