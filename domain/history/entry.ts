import { z } from "zod";
import { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";

/**
 * Everything that can be remembered. An entry names ids and versions and holds no content, so that content
 * can lawfully be erased while the line stays.
 */
export const deeds = [
  "made-workspace",
  "made-project",
  "changed-project",
  "added-member",
  "changed-member",
  "removed-member",
  "imported-report",
  "changed-report",
  "triaged-report",
  "closed-report",
  "reopened-report",
  "archived-report",
  "unarchived-report",
  "deleted-report",
  "archived-project",
  "unarchived-project",
  "deleted-project",
  "opened-layers",
  "assigned",
  "unassigned",
  "started-work",
  "submitted-work",
  "took-back-work",
  "began-review",
  "left-review",
  "returned-work",
  "closed-work",
  "reopened-work",
  "handed-over-work",
  "returned-to-pool",
  "tagged",
  "changed-tag",
  "withdrew-tag",
  "restored-tag",
  "accepted",
  "accepted-with-change",
  "accepted-unseen",
  "returned",
  "rejected",
  "undid-verdict",
  "opened-thread",
  "commented",
  "edited-comment",
  "resolved-thread",
  "reopened-thread",
  "made-entity",
  "changed-entity",
  "graded-entity",
  "merged-entity",
  "unmerged-entity",
  "opened-entities",
  "dismissed-merge",
  "proposed-merge",
  "made-event",
  "changed-event",
  "reopened-event",
  "accepted-event",
  "returned-event",
  "rejected-event",
  "merged-event",
  "split-event",
  "undid-event",
  "imported-sheet",
  "noted-report",
  "unnoted-report",
  "made-feed",
  "changed-feed",
  "deleted-feed",
  "confirmed-copy",
  "refused-copy",
  "reopened-copy",
  "set-permitted-use",
  "undid-permitted-use",
  "decided-name",
  "changed-protection",
  "changed-webhook",
  "exported",
  "made-release",
  "asked-release",
  "approved-release",
  "declined-release",
  "took-release",
  "withdrew-release",
  "started-job",
  "cancelled-job",
  "made-token",
  "revoked-token",
  "signed-in",
  "signed-out",
  "failed-sign-in",
  "changed-password",
  "changed-person",
  "made-link",
  "invited-person",
  "withdrew-invitation",
] as const;
export const Deed = z.enum(deeds);
export type Deed = z.infer<typeof Deed>;

export const Entry = z.object({
  /** A random one, for a number would tell how much happens that its reader must not know of. */
  id: z.uuid(),
  did: Deed,
  by: UserId.optional(),
  at: z.iso.datetime(),
  projectId: ProjectId.optional(),
  reportId: ReportId.optional(),
  tagId: TagId.optional(),
  version: z.int().positive().optional(),
  /**
   * Ids and counts of other things concerned: entityId, threadId, commentId, verdictId, tokenId, userId. How much somebody
   * exported or deleted is read by them alone.
   */
  refs: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Entry = z.infer<typeof Entry>;

/** An entry as it is read: with the names that a person knows things by, where they still have them. */
export const NamedEntry = z.object({
  ...Entry.shape,
  byName: z.string().optional(),
  reportTitle: z.string().optional(),
  /** What kind of tag it is about now: claim, place, attributed-to … */
  tagKind: z.string().optional(),
});
export type NamedEntry = z.infer<typeof NamedEntry>;
