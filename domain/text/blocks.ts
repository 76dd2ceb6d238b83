import type { BlockRun, BlockShape } from "./block-shape";
import { BLOCKS_AT_MOST, boundedRuns } from "./bounded-runs";
import { markdownRuns } from "./markdown-blocks";
import { type CodePoint, codePoint, codePointLength } from "./offsets";
import { plainRuns } from "./plain-blocks";

interface Placed {
  /** What stands between the block before (or the start of the text) and this one: blank lines, mark-up. */
  readonly before: string;
  /** Never empty; no white space at its ends. */
  readonly text: string;
  readonly start: CodePoint;
}

/** A block as it is kept: with the separator before it, so that the text comes back exactly. */
export type StoredBlock = Placed & BlockShape;

/** A block of a revision's text. `start` and `end` are code points of the whole text, `ordinal` counts from 0. */
export type Block = StoredBlock & { readonly ordinal: number; readonly end: CodePoint };

/** A text as blocks, and what stands after the last of them. */
export interface BlockedText {
  readonly blocks: readonly Block[];
  readonly tail: string;
}

/** A Markdown text of more blocks than this is read as plain text: most of its blocks would be joined anyway. */
const MARKED_AT_MOST = 3 * BLOCKS_AT_MOST;

export type BlockMediaType = "text/plain" | "text/markdown";

/**
 * Divides a canonical text (newlines are LF) into blocks. Nothing is lost: `joinBlocks` gives the text back.
 *
 * Plain text: blank lines separate paragraphs; a first line of at most 200 characters without closing punctuation and
 * with a blank line after it is a heading. Single newlines stay in their block, except that among lines too long to
 * have been wrapped by hand each line is a paragraph.
 * Markdown: headings, list items, quotes and table cells are recognised. Their mark-up stands in `before`, where
 * nothing draws or tags it; mark-up inside a block, such as emphasis, stays in its text.
 * Blocks have a longest length and a most number: see `boundedRuns`. The time is linear in the length of the text.
 */
export function splitIntoBlocks(text: string, mediaType: BlockMediaType): BlockedText {
  const marked = mediaType === "text/markdown" ? markdownRuns(text, MARKED_AT_MOST) : undefined;
  return blocksOf(text, marked ?? plainRuns(text));
}

/** The same for a text whose blocks are known: runs in order that don't overlap, without white space at their ends. */
export function blocksOf(text: string, runs: readonly BlockRun[]): BlockedText {
  let before = 0;
  let start = codePoint(0);
  const blocks = boundedRuns(text, runs).map((run, ordinal): Block => {
    const stored = { before: text.slice(before, run.from), text: text.slice(run.from, run.to) };
    start = codePoint(start + codePointLength(stored.before));
    const end = codePoint(start + codePointLength(stored.text));
    const block = { ...stored, ...run.shape, ordinal, start, end };
    before = run.to;
    start = end;
    return block;
  });
  return { blocks, tail: text.slice(before) };
}

/** The text that was divided. */
export function joinBlocks(blocks: readonly Pick<Block, "before" | "text">[], tail: string): string {
  return blocks.map(({ before, text }) => before + text).join("") + tail;
}

/** The kept form of a block. */
export function keptBlock({ ordinal: _ordinal, end: _end, ...stored }: Block): StoredBlock {
  return stored;
}

/** Blocks from their kept form, in order. */
export function blocksFrom(stored: readonly StoredBlock[]): Block[] {
  return stored.map((each, ordinal) => ({
    ...each,
    ordinal,
    end: codePoint(each.start + codePointLength(each.text)),
  }));
}

/** The block that holds a code-point position, or the last one before it; undefined before the first block. */
export function blockAt<B extends { readonly start: CodePoint }>(
  blocks: readonly B[],
  position: CodePoint,
): B | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const block = blocks[middle];
    if (block && block.start <= position) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}
