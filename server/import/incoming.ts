import type { ReadEncoding } from "@/domain/report/import-outcome";
import type { PutReport } from "@/domain/report/report";
import { titleFrom } from "@/domain/report/title-from";
import type { Choice } from "@/server/import/decode";
import type { Attachment } from "@/server/import/documents/extracted";
import type { Laid } from "@/server/import/read-report";

/** Something to import: its words about itself, its decoded text, and the bytes it came as. */
export type Incoming = {
  /** What the result calls it: the file's name or the title. */
  name: string;
  put: PutReport;
  bytes: Uint8Array;
  encoding: string;
  fileName: string | undefined;
  /** How the encoding was told, where bytes came and not characters. */
  reading?: ReadEncoding & { basis: "certain" | "said" | "guess" };
  /** Of a document: its media type, and what its reader made of it. */
  mediaType?: string;
  laid?: Laid;
  /** Files in it that are no part of the report. */
  attachments?: readonly Attachment[];
  /** What it says for report fields was written into cells: numbers and choices have yet to be understood. */
  cells?: true;
};

export type Refused = { name: string; reason: string; line?: number; encodings?: Choice[] };
/** The first line that has words, without Markdown's signs; else the file's name without its ending. */
export const titleOf = (text: string, name: string): string =>
  titleFrom(text) || titleFrom(name.replace(/\.[^.]+$/, "")) || name;
