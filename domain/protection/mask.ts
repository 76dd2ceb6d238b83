import { type CodePointRange, codePoint, type OffsetIndex, offsetIndex } from "@/domain/text/offsets";

/** What every code point of a protected passage leaves as: FULL BLOCK. */
export const blocked = "\u2588";

/** Ranges in order, those that meet put together; what lies outside 0 to `length` is cut off. */
export function joined(ranges: readonly { start: number; end: number }[], length: number): CodePointRange[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(0, start), Math.min(length, end)];
    const last = all.at(-1);
    if (from >= to) continue;
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else all.push({ start: from, end: to });
  }
  return all.map(({ start, end }) => ({ start: codePoint(start), end: codePoint(end) }));
}

/** The text with every code point of these ranges blocked out: as long as before in code points, the rest as it was. */
export function masked(
  text: string,
  ranges: readonly { start: number; end: number }[],
  index: OffsetIndex = offsetIndex(text),
): string {
  let at = 0;
  let out = "";
  for (const { start, end } of joined(ranges, index.length)) {
    const [from, to] = [index.toUtf16(start), index.toUtf16(end)];
    out += text.slice(at, from) + blocked.repeat(end - start);
    at = to;
  }
  return at === 0 ? text : out + text.slice(at);
}

/** A whole text blocked out. */
export const maskedWhole = (text: string): string => masked(text, [{ start: 0, end: Number.MAX_SAFE_INTEGER }]);
