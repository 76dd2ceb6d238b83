import { z } from "zod";
import { ProjectId, UserId } from "@/domain/ids";

/** How much went with a deleted report or project. */
export const ErasedCounts = z.object({
  reports: z.int(),
  annotations: z.int(),
  links: z.int(),
  /** Of the annotations and links, those that were accepted. */
  accepted: z.int(),
  comments: z.int(),
});
export type ErasedCounts = z.infer<typeof ErasedCounts>;

/** What stays of a deleted report or project. */
export const Tombstone = z.object({
  id: z.uuid(),
  kind: z.enum(["report", "project"]),
  projectId: ProjectId,
  title: z.string(),
  reason: z.string(),
  counts: ErasedCounts,
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
});
export type Tombstone = z.infer<typeof Tombstone>;

/**
 * Why something is deleted. `accepted`: how many accepted tags the asker knows will go with it, so that work that was
 * checked is never deleted by somebody who did not know of it.
 */
export const Erasing = z.strictObject({
  reason: z.string().trim().min(1).max(1000),
  accepted: z.int().nonnegative().default(0),
});
export type Erasing = z.infer<typeof Erasing>;
