import { z } from "zod";
import { ProjectId, ReportId, ThreadId } from "@/domain/ids";
import { findable } from "@/domain/search/findable";

/** Part of the words that fit, with what was looked for marked: UTF-16 units of `text`, end exclusive. */
export const FoundWords = z.object({
  text: z.string(),
  marks: z.array(z.object({ start: z.int(), end: z.int() })),
  /** There is more before or after it. */
  before: z.boolean(),
  after: z.boolean(),
});

/** Something that fits a search: a report, a tag, a comment or an entity. */
export const Found = z.object({
  of: z.enum(findable),
  id: z.uuid(),
  projectId: ProjectId,
  projectName: z.string(),
  reportId: ReportId.optional(),
  /** The report's title, or the entity's name. */
  title: z.string(),
  /** Of a tag or comment: what it is called by, its summary or its first words. */
  name: z.string().optional(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  at: z.iso.datetime(),
  /** Of a tag: what kind, in which state. */
  kind: z.string().optional(),
  state: z.string().optional(),
  /** Of a comment: its thread, and who wrote it. */
  threadId: ThreadId.optional(),
  by: z.string().optional(),
  words: FoundWords,
  /** It could not be found yet when the owner of a search that is kept last looked. */
  fresh: z.boolean().optional(),
  /** Of a report: where the first marked words stand, in code points of the text, and of which revision. */
  place: z.object({ start: z.int(), end: z.int(), revision: z.int() }).optional(),
});
export type Found = z.infer<typeof Found>;
