import { z } from "zod";
import { ReportId, RevisionId, UserId } from "@/domain/ids";
import { comparisonClasses } from "@/domain/review/compare/group";
import { Annotation, Relation } from "@/domain/tag/tag";

const compared = {
  id: true,
  state: true,
  version: true,
  attributes: true,
  origin: true,
  updatedAt: true,
  derivedFrom: true,
  type: true,
} as const;
const annotationShape = Annotation.pick({ ...compared, kind: true, revisionId: true, segments: true });
const relationShape = Relation.pick({
  ...compared,
  kind: true,
  from: true,
  to: true,
  toEntity: true,
  toArticle: true,
  cue: true,
});
/** A tag without anything that names a person. */
export const ComparedTag = z.discriminatedUnion("type", [annotationShape, relationShape]);

const shared = {
  id: z.string(),
  class: z.enum(comparisonClasses),
  by: z.array(z.string()).readonly(),
  missing: z.array(z.string()).readonly(),
  differs: z.array(z.string()).readonly(),
  wording: z.array(z.string()).readonly(),
  /** What was decided about the group: the final tag made of it, left out on purpose when withdrawn or rejected. */
  final: z.object({ tag: ComparedTag, leftOut: z.boolean(), changedSince: z.boolean() }).optional(),
};

const ClassCounts = z.record(z.enum(comparisonClasses), z.int());

/** What the analysts of a report said, compared; `by` and `analysts` are ids, or letters where names are hidden. */
export const ReportComparison = z.object({
  reportId: ReportId,
  revisionId: RevisionId,
  anonymous: z.boolean(),
  analysts: z.array(z.object({ key: z.string(), name: z.string(), userId: UserId.optional() })),
  annotations: z.array(
    z.object({
      ...shared,
      type: z.literal("annotation"),
      tags: z.array(z.object({ by: z.string(), tag: annotationShape })).readonly(),
    }),
  ),
  relations: z.array(
    z.object({
      ...shared,
      type: z.literal("relation"),
      tags: z.array(z.object({ by: z.string(), tag: relationShape })).readonly(),
      from: z.string(),
      to: z.array(z.string()).readonly(),
    }),
  ),
  /** Final tags that nobody's work stands behind. */
  own: z.array(ComparedTag),
  counts: z.object({ annotations: ClassCounts, relations: ClassCounts }),
  /** Every two analysts, as if they were alone. */
  pairs: z.array(z.object({ a: z.string(), b: z.string(), annotations: ClassCounts })),
  /** Groups. */
  progress: z.object({ settled: z.int(), of: z.int() }),
  /** Tags of analysts, as a report's row has them. */
  toSettle: z.object({ tags: z.int(), settled: z.int() }),
});
export type ReportComparison = z.infer<typeof ReportComparison>;
