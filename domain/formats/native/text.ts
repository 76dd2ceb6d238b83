import type { TextRange } from "@/domain/document/range";
import { timed } from "@/domain/document/times";
import type { RevisionId } from "@/domain/ids";
import type { Block } from "@/domain/report/report";
import type { Anchor } from "@/domain/tag/tag";
import { codePoint, codePointLength, type OffsetIndex, offsetIndex, sliceCodePoints } from "@/domain/text/offsets";
import { CONTEXT } from "@/domain/text/segment";

/** The text of a report, to which its tags leave what can be read off it. */
export type Words = { revisionId: RevisionId; text: string; index: OffsetIndex; timed: ReturnType<typeof timed> };

type Segment = Anchor["segments"][number];
/** Start and end in code points and the words; the context only where the text does not give it. */
export type LeanSegment = Pick<Segment, "start" | "end" | "quote"> & {
  prefix?: string | undefined;
  suffix?: string | undefined;
};
/** Start and end in code points, the type unless it is a paragraph, and the attributes if there are any. */
export type LeanBlock =
  | readonly [number, number]
  | readonly [number, number, string]
  | readonly [number, number, string, Block["attributes"]];

export const wordsOf = (revisionId: RevisionId, text: string, ranges: readonly TextRange[] = []): Words => ({
  revisionId,
  text,
  index: offsetIndex(text),
  timed: timed(ranges),
});

/** What stands between two positions, cut off at the ends of the text. */
function between({ text, index }: Words, start: number, end: number): string {
  const from = Math.max(0, Math.min(start, index.length));
  return sliceCodePoints(text, codePoint(from), codePoint(Math.max(from, Math.min(end, index.length))), index);
}

/** What stands before and after a position, as far as a tag keeps it. */
export const before = (words: Words, start: number) => between(words, start - CONTEXT, start);
export const after = (words: Words, end: number) => between(words, end, end + CONTEXT);

/** Leaves out the context that the text of this revision gives. */
export function leanSegments(segments: readonly Segment[], revisionId: RevisionId, words: Words): LeanSegment[] {
  if (revisionId !== words.revisionId) return [...segments];
  return segments.map((segment) => {
    const { start, end, quote, prefix, suffix } = segment;
    return prefix === before(words, start) && suffix === after(words, end) ? { start, end, quote } : segment;
  });
}

/** Undoes `leanSegments`. */
export const fullSegments = (segments: readonly LeanSegment[], words: Words): Segment[] =>
  segments.map(({ start, end, quote, prefix, suffix }) => ({
    start,
    end,
    quote,
    prefix: prefix ?? before(words, start),
    suffix: suffix ?? after(words, end),
  }));

/** The places of blocks; what stands in them and between them is the report's text. */
export const leanBlocks = (blocks: readonly Block[]): LeanBlock[] =>
  blocks.map(({ start, text, type, attributes }) => {
    const end = start + codePointLength(text);
    if (Object.keys(attributes).length > 0) return [start, end, type, attributes];
    return type === "paragraph" ? [start, end] : [start, end, type];
  });

/** Undoes `leanBlocks`. */
export function fullBlocks(blocks: readonly LeanBlock[], words: Words) {
  let last = 0;
  return blocks.map(([start, end, type = "paragraph", attributes = {}], ordinal) => {
    const separator = between(words, last, start);
    last = end;
    return { ordinal, type, attributes, start, text: between(words, start, end), before: separator };
  });
}
