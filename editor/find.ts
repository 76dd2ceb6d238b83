import { codePoint, offsetIndex, utf16 } from "@/domain/text/offsets";
import type { TextDocument } from "@/editor/document";
import type { Span } from "@/editor/positions";

/** Nobody steps through more; the count then says "more than". */
export const FOUND_AT_MOST = 5000;

/** Where a text has these letters, in either case, any white space for any other. In order; code points. */
export function findIn({ pieces }: TextDocument, query: string): Span[] {
  const words = query.trim();
  if (words === "") return [];
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/gu, "\\s+"), "giu");
  const found: Span[] = [];
  for (const piece of pieces) {
    const hits = [...piece.text.matchAll(pattern)];
    if (hits.length === 0) continue;
    const index = offsetIndex(piece.text);
    const point = (unit: number) => codePoint(piece.start + index.toCodePoint(utf16(unit)));
    for (const hit of hits) found.push({ start: point(hit.index), end: point(hit.index + hit[0].length) });
    if (found.length >= FOUND_AT_MOST) break;
  }
  return found.slice(0, FOUND_AT_MOST);
}
