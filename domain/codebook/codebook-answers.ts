import { z } from "zod";
import { Codebook } from "@/domain/codebook/codebook";
import { codebookParts } from "@/domain/codebook/codebook-values";
import { UserId } from "@/domain/ids";

const Count = z.int().nonnegative();

/** How many tags say something that a codebook lets them say, as far as who asks may see them; withdrawn ones left out. */
export const CodebookUsage = z.object({
  kinds: z.array(
    z.object({
      /** "label:…" or "relation:…" */
      kind: z.string(),
      tags: Count,
      attributes: z.array(
        z.object({
          slug: z.string(),
          tags: Count,
          /** Of attributes with choices. */
          values: z.array(z.object({ value: z.string(), tags: Count })),
        }),
      ),
    }),
  ),
  eventTypes: z.array(z.object({ slug: z.string(), tags: Count })),
  reportFields: z.array(
    z.object({ slug: z.string(), reports: Count, values: z.array(z.object({ value: z.string(), reports: Count })) }),
  ),
});
export type CodebookUsage = z.infer<typeof CodebookUsage>;

/** What became of one thing in a codebook. `path`: its slugs, outermost first: label, attribute, choice. */
export const CodebookDifference = z.object({
  part: z.enum(codebookParts),
  path: z.array(z.string()).min(1).max(3),
  name: z.string(),
  did: z.enum(["added", "removed", "retired", "unretired", "changed"]),
  /** Of what was changed: which of its fields ("name", "colour", …); `was`: what it was called. */
  fields: z.array(z.string()).optional(),
  was: z.string().optional(),
});
export type CodebookDifference = z.infer<typeof CodebookDifference>;

/** One version of a codebook with what changed since the one before. */
export const CodebookVersion = z.object({
  version: z.int().positive(),
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
  differences: z.array(CodebookDifference),
});
export type CodebookVersion = z.infer<typeof CodebookVersion>;

/** What a codebook would be with what a file says; `version` is the one it was added to. */
export const TakenInCodebook = z.object({
  format: z.enum(["glossator", "brat", "label-studio", "inception", "doccano", "refi-qda"]),
  version: z.int().positive(),
  codebook: Codebook,
  /** What the file says and a codebook has no place for. */
  left: z.array(z.object({ line: z.int().positive().optional(), what: z.string() })),
});
export type TakenInCodebook = z.infer<typeof TakenInCodebook>;
