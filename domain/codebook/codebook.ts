import { z } from "zod";
import { Choice, CodebookSlug, LabelAttributes } from "@/domain/codebook/attribute";
import { labelColours, labelKeys, labelShapes, reportFieldTypes } from "@/domain/codebook/codebook-values";

const Name = z.string().trim().min(1).max(100);

/** A passage for the guidelines, tagged words in [square brackets]; `right`: tag like this, or don't. */
export const LabelExample = z.strictObject({
  text: z.string().trim().min(1).max(1000),
  right: z.boolean().default(true),
  comment: z.string().max(1000).default(""),
});

/** A label that a project adds beside claim, place and source. Labels retire, they do not vanish. */
export const ProjectLabel = z.strictObject({
  slug: CodebookSlug,
  name: Name,
  definition: z.string().max(2000).default(""),
  /** When to use it and when not, in plain words. */
  guidelines: z.string().max(10_000).default(""),
  examples: z.array(LabelExample).max(30).default([]),
  colour: z.enum(labelColours).default("violet"),
  shape: z.enum(labelShapes).default("tag"),
  /** Left out: the next key that no label asks for, as long as there are any. */
  key: z.enum(labelKeys).optional(),
  attributes: LabelAttributes,
  retired: z.boolean().default(false),
});
export type ProjectLabel = z.infer<typeof ProjectLabel>;

export const EventType = z.strictObject({
  slug: CodebookSlug,
  name: z.string().min(1).max(100),
});
export type EventType = z.infer<typeof EventType>;

const End = z.union([z.enum(["claim", "place", "source"]), z.string().regex(/^label:[a-z0-9][a-z0-9-]{0,60}$/)]);

/** A kind of relation that a project adds. Its ends are kinds of annotations; it may also lead to an entity. */
export const RelationType = z.strictObject({
  slug: CodebookSlug,
  name: Name,
  definition: z.string().max(2000).default(""),
  from: z.array(End).min(1).max(103),
  to: z
    .array(z.union([End, z.literal("entity")]))
    .min(1)
    .max(104),
  colour: z.enum(labelColours).default("slate"),
  attributes: LabelAttributes,
  retired: z.boolean().default(false),
});
export type RelationType = z.infer<typeof RelationType>;

/** What a desk notes of each report: a case number, a batch. */
export const ReportField = z.strictObject({
  slug: CodebookSlug,
  name: Name,
  type: z.enum(reportFieldTypes),
  definition: z.string().max(2000).default(""),
  choices: z.array(Choice).max(300).default([]),
  retired: z.boolean().default(false),
});
export type ReportField = z.infer<typeof ReportField>;

/** What may be tagged in a project, beside the built-in kinds. Every change is a new version. */
export const Codebook = z.strictObject({
  eventTypes: z.array(EventType).max(200).default([]),
  labels: z.array(ProjectLabel).max(100).default([]),
  relationTypes: z.array(RelationType).max(50).default([]),
  reportFields: z.array(ReportField).max(20).default([]),
});
export type Codebook = z.infer<typeof Codebook>;

/** A codebook as sent, with the version its writer has seen. */
export const PutCodebook = z.strictObject({ ...Codebook.shape, version: z.int().positive() });
export type PutCodebook = z.infer<typeof PutCodebook>;

/** One version of a project's codebook. */
export const VersionedCodebook = z.object({ ...Codebook.shape, version: z.int().positive() });
export type VersionedCodebook = z.infer<typeof VersionedCodebook>;

export const emptyCodebook: Codebook = { eventTypes: [], labels: [], relationTypes: [], reportFields: [] };
