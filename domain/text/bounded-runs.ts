import { type BlockRun, PARAGRAPH } from "./block-shape";
import { trimmed } from "./lines";

/** A text has at most so many blocks: what reads or draws them one by one must end. */
export const BLOCKS_AT_MOST = 20_000;
/** UTF-16 units of a block; a paragraph that is longer goes on in the next block. */
export const LONGEST_BLOCK = 32_000;

/** How far before the limit a border between sentences or words is looked for. */
const BORDER_WITHIN = 4000;
const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»)\]]*\s+/gu;
const SPACE = /\s+/gu;

/**
 * The same blocks, none too long and not too many of them. A long one is cut between sentences, else between words,
 * else between characters. Beyond the limit, blocks that follow each other are one block with their separators in it:
 * their lines stay lines, and every position stays what it was.
 */
export function boundedRuns(text: string, runs: readonly BlockRun[]): BlockRun[] {
  const short = runs.flatMap((run) => (run.to - run.from > LONGEST_BLOCK ? cut(text, run) : [run]));
  return short.length > BLOCKS_AT_MOST ? gathered(short) : short;
}

function cut(text: string, { from, to, shape }: BlockRun): BlockRun[] {
  const goesOn = shape.type === "quote" || shape.type === "heading" ? shape : PARAGRAPH;
  const pieces: BlockRun[] = [];
  for (let at = from; at < to; ) {
    const end = to - at > LONGEST_BLOCK ? borderBefore(text, at + LONGEST_BLOCK) : to;
    const range = trimmed(text, at, end);
    if (range) pieces.push({ ...range, shape: at === from ? shape : goesOn });
    at = end;
  }
  return pieces;
}

function borderBefore(text: string, limit: number): number {
  const start = limit - BORDER_WITHIN;
  const near = text.slice(start, limit);
  const border = lastEnd(near, SENTENCE_END) ?? lastEnd(near, SPACE) ?? lastCharacter(near);
  return start + border;
}

function lastEnd(text: string, border: RegExp): number | undefined {
  let end: number | undefined;
  for (const { 0: found, index } of text.matchAll(border)) end = index + found.length;
  return end;
}

/** Where the last character begins that may be cut in two by the text's end. */
function lastCharacter(text: string): number {
  const context = Math.max(0, text.length - 200);
  const characters = [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text.slice(context))];
  return context + (characters.at(-1)?.index ?? 0);
}

/** The first block, which may be the title, stays by itself. */
function gathered([title, ...others]: readonly BlockRun[]): BlockRun[] {
  if (!title) return [];
  const together = Math.ceil(others.length / (BLOCKS_AT_MOST - 1));
  const all = [title];
  for (let at = 0; at < others.length; at += together) {
    const first = others[at];
    const last = others[Math.min(at + together, others.length) - 1];
    if (first && last) all.push(first === last ? first : { from: first.from, to: last.to, shape: PARAGRAPH });
  }
  return all;
}
