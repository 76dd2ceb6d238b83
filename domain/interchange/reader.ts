import type { AnnotatedDocument, NamedEntity, Spot } from "@/domain/interchange/document";
import type { RangeTrouble } from "@/domain/interchange/units";

/** One file that was sent, alone or out of an archive or folder; `name` is its path there, with "/". */
export type SentFile = {
  name: string;
  /** Read from the start each time; both throw `BrokenFile` where an archive ends early. */
  bytes(): AsyncIterable<Uint8Array>;
  /** The same as text, without a byte order mark at its start; throws `BrokenFile` where it is no UTF-8. */
  text(): AsyncIterable<string>;
};

/** A file that cannot be read on: what came before it counts, nothing after it does. `why` is a word of messages/en/import-troubles.json. */
export class BrokenFile extends Error {
  readonly why: "cut-off" | "changed" | "not-utf8" | "line-too-long" | "too-large" | "not-this-format";
  readonly spot: Spot;
  constructor(why: BrokenFile["why"], spot: Spot, detail = "") {
    super(`${why} ${spot.file}${spot.line === undefined ? "" : `:${spot.line}`} ${detail}`.trim());
    this.name = "BrokenFile";
    this.why = why;
    this.spot = spot;
  }
}

/** Why one record of a file was set aside. Everything else of the file counts. */
export type Trouble =
  | { is: "syntax"; expected: string }
  | { is: "offsets"; start: number; end: number; unit: string; trouble: RangeTrouble; quote?: string }
  | { is: "twice"; id: string }
  | { is: "missing-end"; id: string }
  | { is: "circle"; id: string }
  | { is: "no-text" }
  | { is: "no-label" }
  | { is: "value"; name: string; said: string }
  /** Words that stand nowhere in the text, or `often`: in several places of it. */
  | { is: "quote"; quote: string; often: boolean }
  | { is: "no-place" }
  /** A report that is named: `count` of the project are called so. */
  | { is: "report"; said: string; count: number };

/** A record that was set aside; `record` is it as the file has it, cut at 2,000 UTF-16 units, so that it can be mended. */
export type SetAside = { spot: Spot; document?: string; trouble: Trouble; record: string };

/** What a file holds and this product has no room for: counted by `what`, with the first examples. */
export type Unread = { what: string; spot: Spot; example?: string };

/** What a reader finds, in the order of the file. A document comes whole. */
export type Found =
  | { is: "document"; document: AnnotatedDocument }
  | { is: "entity"; entity: NamedEntity }
  | { is: "set-aside"; aside: SetAside }
  | { is: "unread"; unread: Unread };

/** What a person has to say before a file can be read, such as what its offsets count. */
export type Question = { name: string; answers: readonly string[]; usual: string };

/** The reading half of a format. It takes what several tools write, and shifts nothing: what does not fit is set aside. */
export type FormatReader = {
  /** Ends of file names it takes, with the dot. */
  extensions: readonly string[];
  /** From 0 to 1: whether a file is of this format, by its name and its first 64 KiB (as text, wrong UTF-8 replaced). */
  recognises(name: string, head: string): number;
  asks: readonly Question[];
  /** Memory stays within one document, or one file where the format holds a document in each. Throws `BrokenFile`. */
  read(files: AsyncIterable<SentFile>, answers: Readonly<Record<string, string>>): AsyncIterable<Found>;
};
