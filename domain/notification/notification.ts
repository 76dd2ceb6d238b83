import { z } from "zod";
import { CommentId, NotificationId, ProjectId, ReportId, SavedSearchId, TagId, ThreadId, UserId } from "@/domain/ids";

/** What a person is told of. Who did it is never told of it. */
export const notificationKinds = [
  /** Somebody wrote your name in a comment. */
  "mentioned",
  /** Somebody answered in a thread you take part in. */
  "replied",
  /** Somebody opened a thread on a tag of yours. */
  "commented",
  /** A thread you take part in is open again. */
  "reopened",
  /** A reviewer sent tags of yours back, rejected them, or accepted them with a change. */
  "returned",
  "rejected",
  "corrected",
  /** A report is yours to work on: by an editor, or from a colleague who hands it over. */
  "assigned",
  "handed-over",
  /** A report was taken from you. */
  "unassigned",
  /** The work on a report that you submitted came back to you. */
  "sent-back",
  /** An analyst submitted a report that you review. */
  "submitted",
  /** Somebody asks for a second person on a release. */
  "release-asked",
  /** A second person approved or declined a release you asked for. */
  "release-approved",
  "release-declined",
  /** A search that this person keeps finds something new. Nobody did it. */
  "found",
] as const;
export const NotificationKind = z.enum(notificationKinds);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** Kinds of which one unread line stands for many things of the same person on the same report. */
const gathered: ReadonlySet<NotificationKind> = new Set(["returned", "rejected", "corrected"]);

/** Whether this line goes into an unread one of the same kind, maker and report; without a report, always. */
export const gathers = ({ kind, reportId }: { kind: NotificationKind; reportId?: ReportId | undefined }): boolean =>
  reportId === undefined || gathered.has(kind);

/** A tag that a line tells a decision on. */
export const DecidedTag = z.object({
  tagId: TagId,
  kind: z.string(),
  /** Those of a link are the words of its claim. */
  words: z.string(),
  /** Why; empty where the reviewer gave none. */
  reason: z.string(),
});
export type DecidedTag = z.infer<typeof DecidedTag>;

/** One line of the inbox, with the names its reader knows things by. */
export const Notification = z.object({
  id: NotificationId,
  kind: NotificationKind,
  projectId: ProjectId,
  projectName: z.string(),
  reportId: ReportId.optional(),
  reportTitle: z.string().optional(),
  /** With a `count` above one: the latest of them. */
  tagId: TagId.optional(),
  threadId: ThreadId.optional(),
  commentId: CommentId.optional(),
  /** Of decisions: the tags, latest first; at most five of `count`. */
  tags: z.array(DecidedTag).optional(),
  /** Of what a search found: which one. */
  searchId: SavedSearchId.optional(),
  searchName: z.string().optional(),
  count: z.int().positive(),
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().optional(),
});
export type Notification = z.infer<typeof Notification>;

/** Marks one line, or all that were there `until` a moment, the one the reader looked at. */
export const MarkLine = z.strictObject({ read: z.boolean() });
export const MarkAll = z.strictObject({ read: z.literal(true), until: z.iso.datetime() });

/** How many lines are unread, at most 100: beyond that nobody counts. */
export const Unread = z.object({ unread: z.int().nonnegative() });
export type Unread = z.infer<typeof Unread>;
