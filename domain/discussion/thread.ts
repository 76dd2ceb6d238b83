import { z } from "zod";
import { CommentId, OpId, ProjectId, ReportId, RevisionId, TagId, ThreadId, UserId } from "@/domain/ids";
import { Layer } from "@/domain/tag/layer";
import { Anchor, SentSegment } from "@/domain/tag/tag";

const body = z.string().trim().min(1).max(10_000);

/** What a thread hangs on. A relation is a tag too. */
export const SentTarget = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("report") }),
  z.strictObject({ on: z.literal("tag"), tagId: TagId }),
  z.strictObject({ on: z.literal("passage"), revisionId: RevisionId, segments: z.array(SentSegment).min(1).max(50) }),
]);

/** Ids are made by the client, so that sending again after a lost answer doubles nothing. */
export const PutThread = z.strictObject({
  id: ThreadId.optional(),
  target: SentTarget,
  body,
  commentId: CommentId.optional(),
  opId: OpId.optional(),
});
export type PutThread = z.infer<typeof PutThread>;

export const PutComment = z.strictObject({ id: CommentId.optional(), body, opId: OpId.optional() });
export type PutComment = z.infer<typeof PutComment>;

export const ThreadState = z.enum(["open", "resolved"]);

/** `seen` is the last comment that was seen: what somebody else said since is told instead of being shut away. */
export const TurnThread = z.strictObject({ state: ThreadState, seen: CommentId.optional() });
export type TurnThread = z.infer<typeof TurnThread>;

/** `seen` holds the words as they were seen. */
export const EditComment = z.strictObject({ body, seen: z.string().max(10_000).optional() });
export type EditComment = z.infer<typeof EditComment>;

export const Comment = z.object({
  id: CommentId,
  threadId: ThreadId,
  body: z.string(),
  by: UserId,
  at: z.iso.datetime(),
  editedAt: z.iso.datetime().optional(),
});
export type Comment = z.infer<typeof Comment>;

export const Thread = z.object({
  id: ThreadId,
  projectId: ProjectId,
  reportId: ReportId,
  layer: Layer,
  target: z.discriminatedUnion("on", [
    z.object({ on: z.literal("report") }),
    z.object({ on: z.literal("tag"), tagId: TagId }),
    z.object({ on: z.literal("passage"), anchor: Anchor }),
  ]),
  state: ThreadState,
  by: UserId,
  at: z.iso.datetime(),
  resolvedBy: UserId.optional(),
  resolvedAt: z.iso.datetime().optional(),
  comments: z.array(Comment),
});
export type Thread = z.infer<typeof Thread>;
