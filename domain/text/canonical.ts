import { type CodePoint, codePoint, codePointLength } from "./offsets";

/** The longest text a report may have, in code points. */
export const TEXT_LIMIT = 2_000_000;

export type TextRefusalReason = "null-character" | "lone-surrogate" | "too-long";

export interface TextRefusal {
  readonly reason: TextRefusalReason;
  /** Where in the canonical text, in code points. */
  readonly position: CodePoint;
  /** Counted from 1; the column in code points. */
  readonly line: number;
  readonly column: number;
}

export type CanonicalText =
  | { readonly ok: true; readonly text: string; readonly length: CodePoint }
  | { readonly ok: false; readonly refusal: TextRefusal };

/**
 * The text that all positions count in: newlines become LF, nothing else is removed or renormalised.
 * U+0000 (PostgreSQL cannot keep it), half characters and texts over the limit are refused with their place.
 */
export function canonicalText(decoded: string): CanonicalText {
  const text = decoded.replace(/\r\n?/g, "\n");
  const bad = text.search(/[\0\p{Surrogate}]/u);
  if (bad >= 0) {
    return { ok: false, refusal: refusalAt(text, bad, text[bad] === "\0" ? "null-character" : "lone-surrogate") };
  }
  const length = codePointLength(text);
  if (length > TEXT_LIMIT) return { ok: false, refusal: refusalAt(text, endOfLimit(text), "too-long") };
  return { ok: true, text, length };
}

function refusalAt(text: string, at: number, reason: TextRefusalReason): TextRefusal {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf("\n") + 1;
  return {
    reason,
    position: codePointLength(before),
    line: before.split("\n").length,
    column: codePoint(codePointLength(before.slice(lineStart)) + 1),
  };
}

/** The UTF-16 position of the first character over the limit. */
function endOfLimit(text: string): number {
  let at = 0;
  for (let count = 0; count < TEXT_LIMIT; count += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
