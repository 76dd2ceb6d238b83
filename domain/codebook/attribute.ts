import { z } from "zod";
import { attributeTypes } from "@/domain/codebook/codebook-values";

/** Names a part of a codebook for ever: what was tagged keeps it, while the name that people read may change. */
export const CodebookSlug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,60}$/, "Lower-case letters, digits and hyphens, 61 at most.");

const Name = z.string().trim().min(1).max(100);

/** One of the values to choose from. */
export const Choice = z.strictObject({ slug: CodebookSlug, name: Name, retired: z.boolean().default(false) });
export type Choice = z.infer<typeof Choice>;

/** What can be said of a tag besides a note. `required`: a report is not submitted without it. */
export const LabelAttribute = z.strictObject({
  slug: CodebookSlug,
  name: Name,
  type: z.enum(attributeTypes),
  definition: z.string().max(2000).default(""),
  required: z.boolean().default(false),
  /** Of `choice` and `choices`; empty for the other types. */
  choices: z.array(Choice).max(300).default([]),
  retired: z.boolean().default(false),
});
export type LabelAttribute = z.infer<typeof LabelAttribute>;

export const LabelAttributes = z.array(LabelAttribute).max(40).default([]);
