import type { AnnotatedDocument } from "@/domain/interchange/document";
import type { Block, Report } from "@/domain/report/report";
import type { ReportFieldValues } from "@/domain/report/report-fields";
import type { Anchor } from "@/domain/tag/tag";

/** What is about to be written of one document: rows of every table, with ids, and with people who exist here. */
export type Prepared = {
  spot: { file: string; line?: number };
  /** The id that the file has for it. */
  formerId: string | null;
  report: PreparedReport;
  tags: PreparedTag[];
  threads: PreparedThread[];
  /** Links to tags of other reports: they are written once all reports are. */
  later: PreparedTag[];
  /** What of it can't be taken, each with its reason. */
  refused: { line?: number; reason: string; record: string }[];
  /** What of it left here, where the file says so. */
  left?: AnnotatedDocument["left"];
};

export type PreparedReport = {
  id: string;
  revisionId: string;
  revision: number;
  title: string;
  outlet: string | null;
  author: string | null;
  published: string | null;
  retrieved: string | null;
  url: string | null;
  language: string;
  languageGuessed: boolean;
  direction: string;
  triage: string;
  duplicateOf: string | null;
  closedAt: string | null;
  layersOpenedAt: string | null;
  textSha256: string;
  originalSha256: string;
  /** The bytes as they came; null where only their hash is known. */
  bytes: Buffer | null;
  byteLength: number;
  encoding: string;
  encodingBasis: string;
  mediaType: string;
  fileName: string | null;
  codePoints: number;
  words: number;
  /** What the desk notes, as far as the codebook here has a place for it. */
  fields: ReportFieldValues;
  extraction: Report["extraction"];
  foundConfirmed: boolean;
  blocks: readonly Readonly<Omit<Block, "attributes"> & { attributes: object }>[];
  tail: string;
  createdBy: string;
  createdAt: string;
};

export type PreparedVersion = {
  number: number;
  kind: string;
  state: string;
  /** As JSON. */
  attributes: string;
  codebookVersion: number;
  anchor: Anchor | null;
  fromId: string | null;
  toId: string | null;
  toEntityId: string | null;
  toArticle: boolean;
  origin: string;
  createdBy: string;
  createdAt: string;
};

export type PreparedVerdict = {
  id: string;
  version: number;
  resultVersion: number | null;
  stateBefore: string;
  decision: string;
  reason: string;
  /** As JSON. */
  wish: string | null;
  createdBy: string;
  createdAt: string;
};

/** The last version says where the tag is and what it joins; there is at least one. */
export type PreparedTag = {
  id: string;
  type: "annotation" | "relation";
  state: string;
  entityId: string | null;
  derivedFrom: readonly string[];
  createdBy: string;
  createdAt: string;
  versions: readonly PreparedVersion[];
  verdicts: readonly PreparedVerdict[];
  /** The id it has in the file, the version of it that left, and whether the file is silent on attributes. */
  told?: { id: string; version?: number; bare?: true };
};

export type PreparedThread = {
  id: string;
  on: "report" | "tag" | "passage";
  tagId: string | null;
  anchor: Anchor | null;
  state: string;
  createdBy: string;
  createdAt: string;
  resolvedBy: string | null;
  resolvedAt: string | null;
  /** The id it has in the file. */
  told?: string;
  comments: {
    id: string;
    body: string;
    prose: string | null;
    createdBy: string;
    createdAt: string;
    editedAt: string | null;
  }[];
};

export type PreparedEntity = {
  id: string;
  name: string;
  kind: string;
  anonymity: string | null;
  side: string | null;
  scale: string | null;
  aliases: readonly string[];
  note: string | null;
  /** The note with its formatting, as JSON. */
  noteProse: string | null;
  /** What it belonged to and when, as JSON. */
  affiliations: string | null;
  parentId: string | null;
  outletId: string | null;
  mergedInto: string | null;
  reliability: string | null;
  version: number;
  createdBy: string;
  createdAt: string;
  grades: { id: string; reliability: string; reason: string; createdBy: string; createdAt: string }[];
};

export function nowOf({ versions }: PreparedTag): PreparedVersion {
  const now = versions.at(-1);
  if (!now) throw new Error("A tag has no version.");
  return now;
}
