import { type CodePointRange, codePoint, type OffsetIndex, utf16 } from "@/domain/text/offsets";

/** A stretch in UTF-16 units, end exclusive. */
export type Cut = { start: number; end: number };

export const cutOf = ({ start, end }: CodePointRange, index: OffsetIndex): Cut => ({
  start: index.toUtf16(start),
  end: index.toUtf16(end),
});

export const rangeOf = ({ start, end }: Cut, index: OffsetIndex): CodePointRange => ({
  start: index.toCodePoint(utf16(start)),
  end: index.toCodePoint(utf16(end)),
});

/** The stretch line by line, without its line breaks; nothing where it holds nothing else. */
export function linesIn(text: string, { start, end }: Cut): Cut[] {
  const lines: Cut[] = [];
  for (let from = start; from < end; ) {
    const found = text.indexOf("\n", from);
    const to = found < 0 || found > end ? end : found;
    if (to > from) lines.push({ start: from, end: to });
    from = to + 1;
  }
  return lines;
}

/** Joins neighbours between which `between` allows what stands there. */
export function joinedWhere(cuts: readonly Cut[], text: string, between: RegExp): Cut[] {
  const joined: Cut[] = [];
  for (const cut of cuts) {
    const last = joined.at(-1);
    if (last && last.end <= cut.start && between.test(text.slice(last.end, cut.start)))
      joined[joined.length - 1] = { start: last.start, end: cut.end };
    else joined.push(cut);
  }
  return joined;
}

/** Segments as a document has them: in reading order, without overlap, neighbours that touch made one. */
export function inOrder(ranges: readonly CodePointRange[]): CodePointRange[] {
  const ordered: CodePointRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = ordered.at(-1);
    if (last && range.start <= last.end)
      ordered[ordered.length - 1] = { start: last.start, end: codePoint(Math.max(last.end, range.end)) };
    else ordered.push(range);
  }
  return ordered;
}
