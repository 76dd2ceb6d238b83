import type { DocumentThread } from "@/domain/document/comments";
import type { Found, Warning } from "@/domain/document/extraction";
import type { LaidDown } from "@/domain/document/lay-down";
import type { Asked, Attachment } from "../extracted";

export type Question = { type: string; bytes: Uint8Array; asked: Asked };

/** A document as it was read and laid down. */
export interface ReadDocument extends Pick<LaidDown, "text" | "runs" | "ranges"> {
  readonly warnings: Warning[];
  readonly found: Found[];
  readonly encoding: string | undefined;
  readonly attachments: readonly Attachment[];
  readonly threads: readonly DocumentThread[];
}

/** `reason`: one sentence or two for people. `broken`: a flaw of the reader, for the log. */
export type Answer =
  | { ok: true; document: ReadDocument }
  | { ok: false; reason: string; broken?: { message: string; stack: string | undefined } };
