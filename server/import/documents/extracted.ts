import type { DocumentComment } from "@/domain/document/comments";
import type { Found, Warning } from "@/domain/document/extraction";
import type { Piece } from "@/domain/document/piece";

/** A document as its reader understood it. */
export interface Extracted {
  readonly pieces: readonly Piece[];
  readonly warnings: readonly Warning[];
  readonly found: readonly Found[];
  /** The encoding that its text was in, where the file has one encoding. */
  readonly encoding?: string;
  /** What somebody wrote beside its text. */
  readonly comments?: readonly DocumentComment[];
  /** Files in it that may be imported as reports of their own. */
  readonly attachments?: readonly Attachment[];
}

/** A file inside another one. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Asked {
  /** The file's name, for what can be told from nothing else. */
  readonly name: string;
  /** `article`: without navigation, where a page has any; `whole`: everything that is text. */
  readonly take: "article" | "whole";
  /** `threads`: comments on the text become threads; `leave`: they are left out and counted. */
  readonly comments: "leave" | "threads";
  /** The encoding that somebody named. */
  readonly encoding: string | undefined;
}

/** A reader of one type of document. It runs in a thread of its own; what it throws is told as an unreadable file. */
export type Extract = (bytes: Uint8Array, asked: Asked) => Promise<Extracted> | Extracted;

/** Why a document is not taken, in one sentence or two for people. Nothing of it is kept. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}
