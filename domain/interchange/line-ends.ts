import { type OffsetUnit, type Placed, rulerOf, type SaidRange } from "@/domain/interchange/units";
import { type CodePointRange, codePoint, type OffsetIndex, offsetIndex, utf16 } from "@/domain/text/offsets";

/** A text as another tool has it, with its canonical form (LF only) and positions between the two. */
export type SentText = {
  /** Canonical. */
  text: string;
  index: OffsetIndex;
  /** A stretch of the text as it was sent, in any unit, as code points of the canonical text. */
  place(said: SaidRange, unit: OffsetUnit, quote?: string): Placed;
};

/**
 * Takes CR LF and CR as LF, and moves positions accordingly. Positions of tools that count CR LF as one are positions of
 * the canonical text already: give them `collapsed`.
 */
export function sentText(raw: string, { collapsed = false } = {}): SentText {
  if (collapsed || !raw.includes("\r")) {
    const ruler = rulerOf(raw.replace(/\r\n?/g, "\n"));
    return { text: ruler.text, index: ruler.index, place: (said, unit, quote) => ruler.place(said, unit, quote) };
  }
  const ruler = rulerOf(raw);
  const gone = [...raw.matchAll(/\r\n/g)].map(({ index }) => ruler.index.toCodePoint(utf16(index)));
  const moved = (position: number) => position - countBelow(gone, position);
  const text = raw.replace(/\r\n?/g, "\n");
  return {
    text,
    index: offsetIndex(text),
    place(said, unit, quote) {
      const placed = ruler.place(said, unit, quote);
      if (!placed.ok) return placed;
      const { start, end } = placed.range;
      const range: CodePointRange = { start: codePoint(moved(start)), end: codePoint(moved(end)) };
      return range.start < range.end ? { ok: true, range } : { ok: false, trouble: { is: "empty" } };
    },
  };
}

/** How many of the ascending numbers are below a position. */
function countBelow(numbers: readonly number[], position: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
