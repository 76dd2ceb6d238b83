import { z } from "zod";
import { foundFields } from "./found-fields";
import { TextRange } from "./range";

/** What a reader of documents may leave out, move, or be unsure of. The words on screen: `import.warnings`. */
export const warningKinds = [
  "attachments-left-out",
  "cells-merged",
  "characters-replaced",
  "columns-guessed",
  "comments-as-threads",
  "comments-left-out",
  "comments-on-report",
  "contents-left-out",
  "damaged-parts",
  "deletions-left-out",
  "encoding-guessed",
  "fields-kept",
  "formulas-in-line",
  "headers-left-out",
  "hidden-text-kept",
  "hidden-text-left-out",
  "hyphens-undone",
  "images-left-out",
  "insertions-kept",
  "macros-left-out",
  "navigation-left-out",
  "objects-left-out",
  "order-uncertain",
  "pages-without-text",
  "quoted-replies",
  "ranges-left-out",
  "remote-content-left-out",
  "right-to-left-reordered",
  "ruby-in-brackets",
  "scripts-left-out",
  "tables-guessed",
  "tables-in-tables",
  "text-boxes-moved",
  "times-unreadable",
  "whole-page-instead",
] as const;

/** `count`: how many; `where`: the first of them, such as "pages 3, 4" or a part of the file. */
export const Warning = z.object({
  kind: z.enum(warningKinds),
  count: z.int().positive(),
  where: z.string().max(300).optional(),
});
export type Warning = z.infer<typeof Warning>;

/** A value that a document gives of itself; `from` names the place in it, such as `docProps/core.xml dc:creator`. */
export const Found = z.object({ field: z.enum(foundFields), value: z.string().max(2000), from: z.string().max(200) });
export type Found = z.infer<typeof Found>;

/** What a revision keeps of how its text was taken from a document. */
export const Extraction = z.object({
  /** The reader and its version, such as "docx 1". */
  extractor: z.string(),
  ranges: z.array(TextRange),
  warnings: z.array(Warning),
  found: z.array(Found),
});
export type Extraction = z.infer<typeof Extraction>;
