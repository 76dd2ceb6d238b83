import {
  type CodePoint,
  type CodePointRange,
  codePoint,
  type OffsetIndex,
  offsetIndex,
  sliceCodePoints,
} from "./offsets";

/** How many code points of context a segment keeps on either side. */
export const CONTEXT = 32;

/** Lowercase hexadecimal SHA-256 of a text's UTF-8 bytes; passed in, because the domain computes no hashes. */
export type Sha256 = (text: string) => string;

/** A stretch of a revision's text with what stands there and 32 code points around it. Code points, end exclusive. */
export interface Segment extends CodePointRange {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A segment as clients send it: the quote itself, or its hash where the text may not be kept in clear. */
export interface BareSegment {
  readonly start: number;
  readonly end: number;
  readonly quote?: string | undefined;
  readonly quoteHash?: string | undefined;
}

/** A text, or a part of one that starts at code point `start` of the whole; positions are always those of the whole. */
export interface Passage {
  readonly text: string;
  readonly start: CodePoint;
  readonly index: OffsetIndex;
}

export type SegmentProblemReason = "none" | "empty" | "out-of-range" | "quote-differs" | "overlap";

export interface SegmentProblem {
  /** Which of the given segments, counted from 0. */
  readonly index: number;
  readonly reason: SegmentProblemReason;
  /** What the segment claims: its quote, hash or range. */
  readonly expected: string;
  /** What there is instead. */
  readonly found: string;
}

export type CheckedSegments =
  | { readonly ok: true; readonly segments: readonly Segment[] }
  | { readonly ok: false; readonly problems: readonly SegmentProblem[] };

export function passage(text: string, start: CodePoint = codePoint(0)): Passage {
  return { text, start, index: offsetIndex(text) };
}

/** Sorts ranges and joins those that touch or overlap; empty ones are left out. */
export function normaliseRanges(ranges: readonly CodePointRange[]): CodePointRange[] {
  const joined: CodePointRange[] = [];
  for (const range of ranges.filter(({ start, end }) => start < end).toSorted(byPlace)) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: codePoint(Math.max(last.end, range.end)) };
    } else joined.push({ start: range.start, end: range.end });
  }
  return joined;
}

/** Makes segments with quote and context from ranges of a text. Throws a RangeError for a range outside of it. */
export function segmentsOf(text: string | Passage, ranges: readonly CodePointRange[]): Segment[] {
  const within = typeof text === "string" ? passage(text) : text;
  return normaliseRanges(ranges).map((range) => segmentAt(within, range));
}

/** What a client sends of a segment. */
export function bare({ start, end, quote }: Segment): BareSegment & { readonly quote: string } {
  return { start, end, quote };
}

/**
 * Checks segments against the text they claim to quote. Nothing is ever shifted to fit: a quote or hash that differs,
 * a range outside the passage, an empty or overlapping one is refused, each by its index. Accepted segments come back
 * sorted, touching ones joined. Throws a TypeError when a hash must be checked and no `sha256` was handed in.
 */
export function checkSegments(text: string | Passage, given: readonly BareSegment[], sha256?: Sha256): CheckedSegments {
  const within = typeof text === "string" ? passage(text) : text;
  if (given.length === 0) {
    return { ok: false, problems: [{ index: 0, reason: "none", expected: "at least one segment", found: "none" }] };
  }
  const problems = given.flatMap((each, index) => problemOf(within, each, index, sha256) ?? []);
  problems.push(...overlaps(given));
  if (problems.length > 0) return { ok: false, problems: problems.toSorted((a, b) => a.index - b.index) };
  const ranges = given.map(({ start, end }) => ({ start: codePoint(start), end: codePoint(end) }));
  return { ok: true, segments: segmentsOf(within, ranges) };
}

/** The segments' words as one line for people: parts of a discontinuous tag are joined by an ellipsis. */
export function quoteOf(segments: readonly Pick<Segment, "quote">[]): string {
  return segments.map(({ quote }) => quote).join(" … ");
}

function problemOf(within: Passage, given: BareSegment, index: number, sha256?: Sha256): SegmentProblem | undefined {
  const { start, end, quote, quoteHash } = given;
  const range = `${start}–${end}`;
  if (end <= start) return { index, reason: "empty", expected: "an end after the start", found: range };

  const limit = within.start + within.index.length;
  const whole = Number.isSafeInteger(start) && Number.isSafeInteger(end);
  if (!whole || start < within.start || end > limit) {
    return { index, reason: "out-of-range", expected: `a range within ${within.start}–${limit}`, found: range };
  }

  const found = slice(within, codePoint(start), codePoint(end));
  if (quote !== undefined && quote !== found) return { index, reason: "quote-differs", expected: quote, found };
  if (quoteHash === undefined) return undefined;
  if (!sha256) throw new TypeError("A quote's hash can only be checked with a sha256 function.");
  const hash = sha256(found);
  return hash === quoteHash ? undefined : { index, reason: "quote-differs", expected: quoteHash, found: hash };
}

function overlaps(given: readonly BareSegment[]): SegmentProblem[] {
  const sorted = given
    .map(({ start, end }, index) => ({ start, end, index }))
    .filter(({ start, end }) => start < end)
    .toSorted(byPlace);
  const problems: SegmentProblem[] = [];
  let furthest = sorted[0];
  for (const each of sorted.slice(1)) {
    if (furthest && each.start < furthest.end) {
      const found = `${each.start}–${each.end}, which overlaps segment ${furthest.index}`;
      problems.push({ index: each.index, reason: "overlap", expected: `a start from ${furthest.end} on`, found });
    }
    if (!furthest || each.end > furthest.end) furthest = each;
  }
  return problems;
}

function segmentAt(within: Passage, { start, end }: CodePointRange): Segment {
  const limit = within.start + within.index.length;
  return {
    start,
    end,
    quote: slice(within, start, end),
    prefix: slice(within, codePoint(Math.max(within.start, start - CONTEXT)), start),
    suffix: slice(within, end, codePoint(Math.min(limit, end + CONTEXT))),
  };
}

/** Slices by positions of the whole text. */
function slice(within: Passage, start: CodePoint, end: CodePoint): string {
  return sliceCodePoints(within.text, codePoint(start - within.start), codePoint(end - within.start), within.index);
}

type PlainRange = Pick<BareSegment, "start" | "end">;

function byPlace(a: PlainRange, b: PlainRange): number {
  return a.start - b.start || a.end - b.end;
}
