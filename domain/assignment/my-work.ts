import { z } from "zod";
import { Assignment } from "@/domain/assignment/assignment";
import { ProjectId } from "@/domain/ids";
import { directions } from "@/domain/report/report-values";

/** A report that is mine to work on, with what one wants to know before opening it. */
export const WorkItem = z.object({
  ...Assignment.shape,
  title: z.string(),
  outlet: z.string().optional(),
  language: z.string(),
  direction: z.enum(directions),
  projectName: z.string(),
  words: z.int(),
  codePoints: z.int(),
  due: z.iso.date().optional(),
  priority: z.int(),
  /** Tags of one's own that a reviewer sent back and that wait for an answer. */
  returnedTags: z.int(),
  assignedByName: z.string().optional(),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** What waits for a person, in all their projects. */
export const MyWork = z.object({
  /** What came back first, then what is begun, then what is new; each most urgent first. At most 200. */
  items: z.array(WorkItem),
  /** Handed in and not yet closed. */
  handedIn: z.int(),
  pools: z.array(z.object({ projectId: ProjectId, projectName: z.string(), waiting: z.int() })),
});
export type MyWork = z.infer<typeof MyWork>;
