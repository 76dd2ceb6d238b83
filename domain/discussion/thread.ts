import { z } from "zod";
import { Layer } from "@/domain/access/layer";
import { CommentId, OpId, ProjectId, ReportId, RevisionId, TagId, ThreadId, UserId } from "@/domain/ids";
import { commentSchema } from "@/domain/prose/schema";
import { ShownProse, sentProse } from "@/domain/prose/sent";
import { Anchor, SentSegment } from "@/domain/tag/tag";

const body = z.string().trim().min(1).max(commentSchema.longest).optional();
const prose = sentProse(commentSchema).optional();

/** What a comment says is sent in one of two ways: as plain words, or with its formatting. */
const saidOnce = (sent: { body?: unknown; prose?: unknown }) =>
  (sent.body === undefined) !== (sent.prose === undefined);
const eitherWay = { path: ["body"], error: "Exactly one of body and prose is expected." };

/** What a thread hangs on. A relation is a tag too. */
export const SentTarget = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("report") }),
  z.strictObject({ on: z.literal("tag"), tagId: TagId }),
  z.strictObject({ on: z.literal("passage"), revisionId: RevisionId, segments: z.array(SentSegment).min(1).max(50) }),
]);

/** Ids are made by the client, so that sending again after a lost answer doubles nothing. */
export const PutThread = z
  .strictObject({
    id: ThreadId.optional(),
    target: SentTarget,
    body,
    prose,
    commentId: CommentId.optional(),
    opId: OpId.optional(),
  })
  .refine(saidOnce, eitherWay);
export type PutThread = z.infer<typeof PutThread>;

export const PutComment = z
  .strictObject({ id: CommentId.optional(), body, prose, opId: OpId.optional() })
  .refine(saidOnce, eitherWay);
export type PutComment = z.infer<typeof PutComment>;

export const ThreadState = z.enum(["open", "resolved"]);

/** `seen` is the last comment that was seen: what somebody else said since is told instead of being shut away. */
export const TurnThread = z.strictObject({ state: ThreadState, seen: CommentId.optional() });
export type TurnThread = z.infer<typeof TurnThread>;

/** `seen` holds the plain words as they were seen. */
export const EditComment = z
  .strictObject({ body, prose, seen: z.string().max(commentSchema.longest).optional() })
  .refine(saidOnce, eitherWay);
export type EditComment = z.infer<typeof EditComment>;

export const Comment = z.object({
  id: CommentId,
  threadId: ThreadId,
  /** The plain words. */
  body: z.string(),
  prose: ShownProse.optional(),
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
