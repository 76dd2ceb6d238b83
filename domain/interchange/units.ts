import {
  type CodePoint,
  type CodePointRange,
  codePoint,
  type OffsetIndex,
  offsetIndex,
  utf16,
} from "@/domain/text/offsets";
import { partsOf } from "@/domain/text/segmenter";

/** What the numbers of a file count. Bytes are those of the text in UTF-8. */
export const offsetUnits = ["code point", "UTF-16 code unit", "grapheme cluster", "byte"] as const;
export type OffsetUnit = (typeof offsetUnits)[number];

/** A stretch as a file gives it: positions in some unit, zero-based, end exclusive. */
export type SaidRange = { start: number; end: number };

/** Why a stretch cannot be taken as it is said. `half` is a border inside a letter; `fits` the unit in which the quote fits. */
export type RangeTrouble =
  | { is: "not-a-number" }
  | { is: "negative" }
  | { is: "empty" }
  | { is: "backwards" }
  | { is: "outside"; length: number }
  | { is: "half"; of: "surrogate pair" | "grapheme cluster" | "character" }
  | { is: "quote-differs"; found: string; fits?: OffsetUnit };

export type Placed = { ok: true; range: CodePointRange } | { ok: false; trouble: RangeTrouble };

/** Reads and writes positions of one text in any unit. */
export type Ruler = {
  readonly text: string;
  readonly index: OffsetIndex;
  /** Length of the text in a unit. */
  length(unit: OffsetUnit): number;
  /** A stretch as said in a unit; with the words that should stand there, a difference is a trouble. */
  place(said: SaidRange, unit: OffsetUnit, quote?: string): Placed;
  /** The same stretch, counted in a unit. A border inside a grapheme cluster counts the cluster for the start and not for the end. */
  said(range: CodePointRange, unit: OffsetUnit): SaidRange;
  /** The words of a stretch. */
  words(range: CodePointRange): string;
};

/** Costs one pass over the text for each unit that is used and differs from code points. */
export function rulerOf(text: string): Ruler {
  const index = offsetIndex(text);
  const scales = new Map<OffsetUnit, Scale>();
  const scale = (unit: OffsetUnit) => {
    const known = scales.get(unit) ?? scaleOf(unit, text, index);
    scales.set(unit, known);
    return known;
  };
  const words = ({ start, end }: CodePointRange) => text.slice(index.toUtf16(start), index.toUtf16(end));

  const inUnit = (said: SaidRange, unit: OffsetUnit): Placed => {
    const trouble = shapeless(said);
    if (trouble) return { ok: false, trouble };
    const { length, toCodePoint, part } = scale(unit);
    if (said.end > length) return { ok: false, trouble: { is: "outside", length } };
    const start = toCodePoint(said.start);
    const end = toCodePoint(said.end);
    if (start === undefined || end === undefined) return { ok: false, trouble: { is: "half", of: part } };
    return { ok: true, range: { start, end } };
  };

  return {
    text,
    index,
    words,
    length: (unit) => scale(unit).length,
    place(said, unit, quote) {
      const placed = inUnit(said, unit);
      if (quote === undefined || (placed.ok && words(placed.range) === quote)) return placed;
      const fits = offsetUnits.find((other) => {
        const there = other === unit ? undefined : inUnit(said, other);
        return there?.ok && words(there.range) === quote;
      });
      if (!placed.ok && fits === undefined) return placed;
      const found = placed.ok ? words(placed.range) : "";
      return { ok: false, trouble: { is: "quote-differs", found, ...(fits ? { fits } : {}) } };
    },
    said(range, unit) {
      const { fromCodePoint } = scale(unit);
      return { start: fromCodePoint(range.start), end: fromCodePoint(range.end) };
    },
  };
}

function shapeless({ start, end }: SaidRange): RangeTrouble | undefined {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return { is: "not-a-number" };
  if (start < 0 || end < 0) return { is: "negative" };
  if (start === end) return { is: "empty" };
  return start > end ? { is: "backwards" } : undefined;
}

type Scale = {
  length: number;
  part: "surrogate pair" | "grapheme cluster" | "character";
  /** Undefined inside what the unit cannot divide. The position is within the text. */
  toCodePoint(position: number): CodePoint | undefined;
  fromCodePoint(position: CodePoint): number;
};

function scaleOf(unit: OffsetUnit, text: string, index: OffsetIndex): Scale {
  if (unit === "code point") {
    return { length: index.length, part: "character", toCodePoint: codePoint, fromCodePoint: (position) => position };
  }
  if (unit === "UTF-16 code unit") {
    return {
      length: text.length,
      part: "surrogate pair",
      toCodePoint: (position) => (insidePair(text, position) ? undefined : index.toCodePoint(utf16(position))),
      fromCodePoint: (position) => index.toUtf16(position),
    };
  }
  return unit === "byte" ? scaleOfBytes(text, index) : scaleOfClusters(text, index);
}

const insidePair = (text: string, position: number) =>
  /[\uD800-\uDBFF]/.test(text.charAt(position - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(position));

/** Borders in a table, one for each code point: bytes before it. */
function scaleOfBytes(text: string, index: OffsetIndex): Scale {
  const before = new Float64Array(index.length + 1);
  let at = 0;
  let bytes = 0;
  for (const letter of text) {
    before[at] = bytes;
    at += 1;
    bytes += bytesOf(letter.codePointAt(0) ?? 0);
  }
  before[at] = bytes;
  return fromTable(before, bytes, "character");
}

const bytesOf = (letter: number) => (letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4);

/** Borders in a table, one for each code point: clusters that begin before it. */
function scaleOfClusters(text: string, index: OffsetIndex): Scale {
  const starts: CodePoint[] = [];
  for (const { start } of partsOf(text, "grapheme")) starts.push(index.toCodePoint(utf16(start)));
  const length = starts.length;
  const counted = new Float64Array(index.length + 1).fill(length);
  starts.forEach((start, nth) => {
    counted.fill(nth, start, starts[nth + 1] ?? index.length);
  });
  return {
    length,
    part: "grapheme cluster",
    toCodePoint: (position) => (position === length ? index.length : starts[position]),
    fromCodePoint: (position) => counted[position] ?? length,
  };
}

/** `before[p]`: units before code point p, strictly growing. */
function fromTable(before: Float64Array, length: number, part: Scale["part"]): Scale {
  return {
    length,
    part,
    toCodePoint(position) {
      let low = 0;
      let high = before.length - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((before[middle] ?? 0) < position) low = middle + 1;
        else high = middle;
      }
      return before[low] === position ? codePoint(low) : undefined;
    },
    fromCodePoint: (position) => before[position] ?? length,
  };
}
