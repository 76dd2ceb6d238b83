import { z } from "zod";
import { OpId, ReportId, RevisionId } from "@/domain/ids";
import { mostTagged } from "@/domain/search/hit-sorts";
import { AnnotationKind } from "@/domain/tag/kind";

/** Hits of a concordance that become tags of one kind. A claim is said once, in its own words, so it is none of them. */
export const TagHits = z.strictObject({
  /** Names the whole change: what is sent again makes nothing twice, and all of it can be undone together. */
  opId: OpId,
  kind: AnnotationKind.refine((kind) => kind !== "claim", "A claim is tagged where it is read."),
  attributes: z.record(z.string(), z.unknown()).default({}),
  hits: z
    .array(
      z.strictObject({
        reportId: ReportId,
        revisionId: RevisionId,
        start: z.int().nonnegative(),
        end: z.int().positive(),
        quote: z.string().min(1).max(2000),
      }),
    )
    .min(1)
    .max(mostTagged),
});
export type TagHits = z.infer<typeof TagHits>;

export const TaggedHits = z.object({
  made: z.int().nonnegative(),
  /** They had a tag of this kind already. */
  same: z.int().nonnegative(),
  /** What could not be tagged, report by report, with the reason of the first. */
  refused: z.array(z.object({ reportId: ReportId, hits: z.int().positive(), reason: z.string() })),
});
export type TaggedHits = z.infer<typeof TaggedHits>;

/** `stayed`: somebody has changed or decided them since, or their report is closed. */
export const UndoneHits = z.object({ withdrawn: z.int().nonnegative(), stayed: z.int().nonnegative() });
export type UndoneHits = z.infer<typeof UndoneHits>;
