declare const unit: unique symbol;

/** A position or length in Unicode code points, zero-based: what is stored, sent and exported. */
export type CodePoint = number & { readonly [unit]: "code point" };

/** A position or length in UTF-16 code units: what JavaScript strings and ProseMirror count. */
export type Utf16 = number & { readonly [unit]: "UTF-16" };

export interface CodePointRange {
  readonly start: CodePoint;
  readonly end: CodePoint;
}

export interface Utf16Range {
  readonly start: Utf16;
  readonly end: Utf16;
}

/** Converts between the two units for one text. Positions outside the text, or inside a surrogate pair, throw a RangeError. */
export interface OffsetIndex {
  /** Length of the text in code points. */
  readonly length: CodePoint;
  toUtf16(position: CodePoint): Utf16;
  toCodePoint(position: Utf16): CodePoint;
}

/** Names a number as code points; throws a RangeError unless it is a whole number from zero on. */
export function codePoint(position: number): CodePoint {
  return whole(position, "code points") as CodePoint;
}

/** Names a number as UTF-16 units; throws a RangeError unless it is a whole number from zero on. */
export function utf16(position: number): Utf16 {
  return whole(position, "UTF-16 units") as Utf16;
}

/** Costs nothing for a text without astral characters, else 4 bytes for each of them and O(log n) a conversion. */
export function offsetIndex(text: string): OffsetIndex {
  const pairs = surrogatePairs(text);
  const length = codePoint(text.length - pairs.length);
  const within = (position: number, limit: number, unit: string) => {
    if (Number.isSafeInteger(position) && position >= 0 && position <= limit) return position;
    throw new RangeError(`Position ${position} is outside the text, which has ${limit} ${unit}.`);
  };
  return {
    length,
    toUtf16(position) {
      within(position, length, "code points");
      return utf16(position + countBelow(pairs, position, 0));
    },
    toCodePoint(position) {
      within(position, text.length, "UTF-16 units");
      const before = countBelow(pairs, position, 1);
      const last = pairs[before - 1];
      if (last !== undefined && last + before === position) {
        throw new RangeError(`Position ${position} is inside a surrogate pair: half a character.`);
      }
      return codePoint(position - before);
    },
  };
}

/** Length of a text in code points. */
export function codePointLength(text: string): CodePoint {
  let pairs = 0;
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))) {
      pairs += 1;
      at += 1;
    }
  }
  return codePoint(text.length - pairs);
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** The part of a text between two code-point positions; pass the text's index when there is one. */
export function sliceCodePoints(text: string, start: CodePoint, end: CodePoint, index = offsetIndex(text)): string {
  if (end < start) throw new RangeError(`A slice cannot end (${end}) before it starts (${start}).`);
  return text.slice(index.toUtf16(start), index.toUtf16(end));
}

const NONE = new Uint32Array(0);

/** Code-point positions of the characters that take two UTF-16 units. A lone surrogate counts as one character. */
function surrogatePairs(text: string): Uint32Array {
  const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
  if (text.search(pair) < 0) return NONE;
  const found: number[] = [];
  for (let match = pair.exec(text); match; match = pair.exec(text)) found.push(match.index - found.length);
  return Uint32Array.from(found);
}

/** How many of the ascending `pairs` lie below a position, where the i-th counts as `pairs[i] + i * stretch`. */
function countBelow(pairs: Uint32Array, position: number, stretch: 0 | 1): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairs[middle] ?? 0) + middle * stretch < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function whole(position: number, unit: string): number {
  if (Number.isSafeInteger(position) && position >= 0) return position;
  throw new RangeError(`${position} is not a position in ${unit}.`);
}
