import { z } from "zod";
import { Layer } from "@/domain/access/layer";
import { EntityId, OpId, ProjectId, ReportId, RevisionId, TagId, UserId, VerdictId } from "@/domain/ids";
import { SeenVerdict } from "@/domain/seen-verdict";
import { AnnotationKind } from "@/domain/tag/kind";
import { RelationKind } from "@/domain/tag/relation";
import { Decision } from "@/domain/verdict";

export const tagStates = ["open", "accepted", "returned", "rejected", "withdrawn"] as const;
export const TagState = z.enum(tagStates);
export type TagState = z.infer<typeof TagState>;

/** A person, a named engine whose suggestion a person took, or the format of a file that it was imported from. */
export const Origin = z.string().regex(/^(person|engine:[a-z0-9-]{1,60}|import:[a-z0-9-]{1,60})$/);

/** A place in a text as stored and answered: code points, zero-based, end exclusive, with 32 before and after. */
export const StoredSegment = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
export const Anchor = z.strictObject({ revisionId: RevisionId, segments: z.array(StoredSegment) });
export type Anchor = z.infer<typeof Anchor>;

/** A place in a text as sent: the quote, or its SHA-256 (lower-case hex of the UTF-8 bytes), must match the text. */
export const SentSegment = z
  .strictObject({
    start: z.int().nonnegative(),
    end: z.int().positive(),
    quote: z.string().optional(),
    quoteHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .refine(({ start, end }) => start < end, { path: ["end"], error: "The end must come after the start." })
  .refine(({ quote, quoteHash }) => quote !== undefined || quoteHash !== undefined, {
    path: ["quote"],
    error: "Give the quote or its quoteHash, so that a wrong offset can be noticed.",
  });

export const maxSegments = 50;
const SentSegments = z.array(SentSegment).min(1).max(maxSegments);

const anyAttributes = z.record(z.string(), z.unknown());

/** For the final layer: the analysts' tags that were weighed. Left out: as it was; empty: of nobody's. */
const DerivedFrom = z.array(TagId).max(500);

/** With a new final tag: other final tags that are derived from the same ones and were seen. */
const Beside = z.array(TagId).max(500);

/**
 * What a client sends to create an annotation (no `version`) or to change it (the `version` it has seen). Where it says
 * in `seen` which verdict it saw, it is told of any other one instead of reopening what was decided.
 */
export const PutAnnotation = z.strictObject({
  kind: AnnotationKind,
  revisionId: RevisionId,
  segments: SentSegments,
  attributes: anyAttributes.default({}),
  version: z.int().positive().optional(),
  seen: SeenVerdict.optional(),
  opId: OpId.optional(),
  origin: Origin.optional(),
  derivedFrom: DerivedFrom.optional(),
  beside: Beside.optional(),
});
export type PutAnnotation = z.infer<typeof PutAnnotation>;

/** Exactly one of `to` (an annotation), `toEntity` and `toArticle`. `cue`: the words that make the link. */
export const PutRelation = z
  .strictObject({
    kind: RelationKind,
    from: TagId,
    to: TagId.optional(),
    toEntity: EntityId.optional(),
    toArticle: z.literal(true).optional(),
    cue: z.strictObject({ revisionId: RevisionId, segments: SentSegments }).optional(),
    attributes: anyAttributes.default({}),
    version: z.int().positive().optional(),
    seen: SeenVerdict.optional(),
    opId: OpId.optional(),
    origin: Origin.optional(),
    derivedFrom: DerivedFrom.optional(),
    beside: Beside.optional(),
  })
  .refine(({ to, toEntity, toArticle }) => [to, toEntity, toArticle].filter((end) => end !== undefined).length === 1, {
    path: ["to"],
    error: "Name exactly one other end: to, toEntity or toArticle.",
  });
export type PutRelation = z.infer<typeof PutRelation>;

const head = {
  id: TagId,
  projectId: ProjectId,
  reportId: ReportId,
  layer: Layer,
  state: TagState,
  version: z.int().positive(),
  attributes: anyAttributes,
  origin: Origin,
  codebookVersion: z.int().positive(),
  /** Who made it first, and who made this version. */
  createdBy: UserId,
  createdAt: z.iso.datetime(),
  updatedBy: UserId,
  updatedAt: z.iso.datetime(),
  /** The analysts' tags that were weighed for a final one; on no other tag. */
  derivedFrom: z.array(TagId).optional(),
  /** The latest decision on this tag, with the version it was bound to. */
  verdict: z
    .object({
      /** Left out only by data sets that were exported before it was told. */
      id: VerdictId.optional(),
      decision: Decision,
      version: z.int().positive(),
      reason: z.string(),
      /** With a return: what the reviewer would rather have, as a put body of the tag. */
      wish: z.record(z.string(), z.unknown()).optional(),
      by: UserId,
      at: z.iso.datetime(),
    })
    .optional(),
};

export const Annotation = z.object({
  ...head,
  type: z.literal("annotation"),
  kind: AnnotationKind,
  revisionId: RevisionId,
  segments: z.array(StoredSegment),
});
export type Annotation = z.infer<typeof Annotation>;

export const Relation = z.object({
  ...head,
  type: z.literal("relation"),
  kind: RelationKind,
  from: TagId,
  to: TagId.optional(),
  toEntity: EntityId.optional(),
  toArticle: z.literal(true).optional(),
  cue: Anchor.optional(),
});
export type Relation = z.infer<typeof Relation>;

export const Tag = z.discriminatedUnion("type", [Annotation, Relation]);
export type Tag = z.infer<typeof Tag>;

/** One version of a tag, as kept for ever: what was said, by whom, when, on which words. */
export const TagVersion = z.object({
  number: z.int().positive(),
  kind: z.string(),
  attributes: anyAttributes,
  anchor: Anchor.optional(),
  from: TagId.optional(),
  to: TagId.optional(),
  toEntity: EntityId.optional(),
  toArticle: z.literal(true).optional(),
  state: TagState,
  origin: Origin,
  codebookVersion: z.int().positive(),
  by: UserId,
  at: z.iso.datetime(),
});
export type TagVersion = z.infer<typeof TagVersion>;
