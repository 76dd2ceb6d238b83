import { z } from "zod";
import { OpId, ReportId, RevisionId, TagId } from "@/domain/ids";
import { AnnotationKind } from "@/domain/tag/kind";

/** So many places are tagged in one step. */
export const mostAlike = 10_000;

/** Where words stand that are to be tagged: code points, end exclusive, and the words as they were seen. */
export const AlikeSpot = z
  .strictObject({
    reportId: ReportId,
    revisionId: RevisionId,
    start: z.int().nonnegative(),
    end: z.int().positive(),
    quote: z.string().min(1),
  })
  .refine(({ start, end }) => start < end, { path: ["end"], error: "The end must come after the start." });
export type AlikeSpot = z.infer<typeof AlikeSpot>;

/**
 * Tags many places of a project's reports like one tag (`like`: its attributes without its note, and its links to
 * entities and to the article), or with a kind and attributes. Sent again with the same id it tags nothing again.
 */
export const TagAlike = z
  .strictObject({
    id: OpId.optional(),
    like: TagId.optional(),
    kind: AnnotationKind.optional(),
    attributes: z.record(z.string(), z.unknown()).optional(),
    spots: z.array(AlikeSpot).min(1).max(mostAlike),
  })
  .refine(({ like, kind }) => (like === undefined) !== (kind === undefined), {
    path: ["like"],
    error: "Give either a tag to be like, or a kind.",
  })
  .refine(({ like, attributes }) => like === undefined || attributes === undefined, {
    path: ["attributes"],
    error: "What is tagged like a tag has its attributes.",
  })
  .refine(({ kind }) => kind !== "claim", { path: ["kind"], error: "A claim is said once, in its own words." });
export type TagAlike = z.infer<typeof TagAlike>;

/** Why a place was left: somebody tagged it already, its report is closed or handed in, or its words are others now. */
export const leftReasons = ["tagged", "closed", "changed", "refused"] as const;
export type LeftReason = (typeof leftReasons)[number];

/** What became of it. `undoneAt`: it was taken back since, but for `stayed` tags that somebody went on with. */
export const TaggedAlike = z.object({
  id: OpId,
  tags: z.int().nonnegative(),
  reports: z.int().nonnegative(),
  left: z.partialRecord(z.enum(leftReasons), z.int().positive()),
  at: z.iso.datetime(),
  undoneAt: z.iso.datetime().optional(),
  stayed: z.int().nonnegative().optional(),
});
export type TaggedAlike = z.infer<typeof TaggedAlike>;

/** What to look for in a project: a tag's words, or words and a kind. */
export const FindAlike = z
  .strictObject({
    like: TagId.optional(),
    words: z.string().trim().min(1).max(500).optional(),
    kind: AnnotationKind.optional(),
    spellings: z.boolean().default(false),
  })
  .refine(({ like, words, kind }) => (like === undefined) === (words !== undefined && kind !== undefined), {
    path: ["like"],
    error: "Give either a tag, or words and a kind.",
  });
export type FindAlike = z.infer<typeof FindAlike>;

/** Where the words stand and are not tagged so yet, in the order of reports. `more`: there are others beyond these. */
export const FoundAlike = z.object({
  items: z.array(
    z.object({
      ...AlikeSpot.shape,
      title: z.string(),
      language: z.string(),
      before: z.string(),
      after: z.string(),
      same: z.enum(["words", "spelling"]),
    }),
  ),
  more: z.boolean(),
});
export type FoundAlike = z.infer<typeof FoundAlike>;
