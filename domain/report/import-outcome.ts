import { z } from "zod";
import { Extraction } from "@/domain/document/extraction";
import { ReportId } from "@/domain/ids";
import { Problem } from "@/domain/problem";

/** An encoding that a file may be in, and what it makes of the passage in which the encodings differ most. */
const EncodingChoice = z.object({ label: z.string(), passage: z.string() });

/** How a file's bytes were read. Where its encoding is not certain: the deciding passage, and what else it may be. */
export const ReadEncoding = z.object({
  label: z.string(),
  certain: z.boolean(),
  /** The line of the passage, counted from 1, and its first byte, from 0. */
  line: z.int().optional(),
  byte: z.int().optional(),
  passage: z.string().optional(),
  alternatives: z.array(EncodingChoice),
});
export type ReadEncoding = z.infer<typeof ReadEncoding>;

/** What became of one thing somebody tried to import. */
export const ImportOutcome = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("imported"),
    name: z.string(),
    id: ReportId,
    title: z.string(),
    encoding: ReadEncoding,
    language: z.object({ tag: z.string(), guessed: z.boolean() }),
    /** What its reader left out or is unsure of, and what the document says of itself, to be confirmed. */
    document: Extraction.omit({ ranges: true }),
  }),
  /** Nothing was kept: `unsure=ask` was sent, and the encoding is a guess. Send the file again with `encoding`. */
  z.object({ outcome: z.literal("unsure"), name: z.string(), encoding: ReadEncoding }),
  z.object({
    outcome: z.literal("duplicate"),
    name: z.string(),
    id: ReportId,
    title: z.string(),
    same: z.enum(["file", "text"]),
  }),
  z.object({
    outcome: z.literal("refused"),
    name: z.string(),
    reason: z.string(),
    line: z.int().optional(),
    /** Encodings that the file can be read in, the likeliest first: send it again with one of them as `encoding`. */
    encodings: z.array(EncodingChoice).optional(),
  }),
]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

const [importedOutcome, unsureOutcome, duplicateOutcome, refusedOutcome] = ImportOutcome.options;
const refused = { status: z.literal("refused"), problem: Problem };

/** The same as the API answers it: what is refused has a problem document, as it has in every batch. */
export const ImportResult = z.discriminatedUnion("outcome", [
  importedOutcome.extend({ status: z.literal("ok") }),
  unsureOutcome.extend(refused),
  duplicateOutcome.extend(refused),
  refusedOutcome.extend(refused),
]);
export type ImportResult = z.infer<typeof ImportResult>;
