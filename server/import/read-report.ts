import { createHash } from "node:crypto";
import type { z } from "zod";
import type { DocumentThread } from "@/domain/document/comments";
import type { Extraction, Found } from "@/domain/document/extraction";
import type { Problem } from "@/domain/failure";
import { guessLanguage } from "@/domain/language/guess-language";
import type { PutReport } from "@/domain/report/report";
import type { StoredSegment } from "@/domain/tag/tag";
import type { BlockRun } from "@/domain/text/block-shape";
import { type Block, blocksOf, splitIntoBlocks } from "@/domain/text/blocks";
import { canonicalText } from "@/domain/text/canonical";
import { directionOf, directionOfLanguage } from "@/domain/text/direction";
import { codePoint } from "@/domain/text/offsets";
import { passage, segmentsOf } from "@/domain/text/segment";
import { countWords } from "@/domain/text/word-count";

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** A report as it will be kept: its canonical text as blocks, the bytes as they came, and their hashes. */
export type ReadReport = {
  bytes: Uint8Array;
  originalSha256: string;
  textSha256: string;
  blocks: readonly Block[];
  tail: string;
  codePoints: number;
  words: number;
  language: string;
  /** Nobody named the language. */
  languageGuessed: boolean;
  direction: "ltr" | "rtl";
  extraction: Extraction;
  threads: readonly ReadThread[];
};

/** A comment of a document with its answers, on the passage it is about or on the report. */
export type ReadThread = Omit<DocumentThread, "range"> & { segment: z.infer<typeof StoredSegment> | undefined };

/** A text that a reader of documents divided into blocks already: runs in UTF-16 units. */
export type Laid = { runs: readonly BlockRun[]; extraction: Extraction; threads: readonly DocumentThread[] };

/** How a text that is one already is read. */
const asText: Extraction = { extractor: "text 1", ranges: [], warnings: [], found: [] };

const sentences = {
  "null-character": "The text holds a null character, which no text needs. Remove it and import again.",
  "lone-surrogate": "The text holds half a character. It was cut or damaged before it came here.",
  "too-long": "The text is longer than 2,000,000 characters. Split it into several reports.",
} as const;

/**
 * Makes what will be kept of a decoded report: newlines become LF, nothing else changes, and text that cannot be kept
 * is refused with its line. Takes time and memory in proportion to the text.
 */
export function readReport(
  put: Pick<PutReport, "text" | "language" | "direction" | "mediaType">,
  bytes: Uint8Array,
  projectLanguages: readonly string[],
  laid?: Laid,
): { ok: true; report: ReadReport } | { ok: false; problem: Problem; line: number } {
  const canonical = canonicalText(put.text);
  if (!canonical.ok) {
    const { reason, line, column } = canonical.refusal;
    const problem = { field: "text", reason: `Line ${line}, column ${column}: ${sentences[reason]}` };
    return { ok: false, problem, line };
  }
  const { text, length } = canonical;
  if (!/\S/.test(text)) {
    return { ok: false, problem: { field: "text", reason: "There is no text in it." }, line: 1 };
  }
  const { blocks, tail } = laid ? blocksOf(text, laid.runs) : splitIntoBlocks(text, put.mediaType);
  // Where somebody names the language there is nothing to guess.
  const guess = put.language ?? guessLanguage(text, projectLanguages).language;
  const said = put.language ?? languageSaid(laid?.extraction.found ?? [], guess);
  const language = said ?? guess;
  return {
    ok: true,
    report: {
      bytes,
      originalSha256: sha256(bytes),
      textSha256: sha256(text),
      blocks,
      tail,
      codePoints: length,
      words: countWords(text, language),
      language,
      languageGuessed: said === undefined,
      direction: put.direction ?? directionOf(text, directionOfLanguage(language)),
      extraction: laid?.extraction ?? asText,
      threads: laid && laid.threads.length > 0 ? anchored(text, laid.threads) : [],
    },
  };
}

function anchored(text: string, threads: readonly DocumentThread[]): ReadThread[] {
  const whole = passage(text);
  return threads.map(({ range, ...thread }) => ({
    ...thread,
    segment: range && segmentsOf(whole, [{ start: codePoint(range.start), end: codePoint(range.end) }])[0],
  }));
}

/** A document's language is believed unless its text is in another one: many documents carry that of their template. */
function languageSaid(found: readonly Found[], guess: string): string | undefined {
  const said = found.find(({ field }) => field === "language")?.value;
  const base = (tag: string) => tag.split("-")[0];
  return said !== undefined && (guess === "und" || base(said) === base(guess)) ? said : undefined;
}
