import { codePoint, offsetIndex, utf16 } from "@/domain/text/offsets";
import { sameWords } from "@/domain/text/same-words";
import type { TextDocument } from "@/editor/document";
import type { Span } from "@/editor/positions";

/** Nobody steps through more; the count then says "more than". */
export const FOUND_AT_MOST = 5000;

/**
 * Where a text has these letters, in either case; `sameWords` says what else makes no difference. In order; code points.
 */
export function findIn({ pieces }: TextDocument, query: string): Span[] {
  const words = sameWords(query).text.trim();
  if (words === "") return [];
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  const found: Span[] = [];
  for (const piece of pieces) {
    const compared = sameWords(piece.text);
    const hits = [...compared.text.matchAll(pattern)].flatMap(
      (hit) => compared.range(hit.index, hit.index + hit[0].length) ?? [],
    );
    if (hits.length === 0) continue;
    const index = offsetIndex(piece.text);
    const point = (unit: number) => codePoint(piece.start + index.toCodePoint(utf16(unit)));
    for (const { start, end } of hits) found.push({ start: point(start), end: point(end) });
    if (found.length >= FOUND_AT_MOST) break;
  }
  return found.slice(0, FOUND_AT_MOST);
}
