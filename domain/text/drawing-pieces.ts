import type { Block } from "./blocks";
import { boundariesOf } from "./boundaries";
import { type CodePointRange, codePoint, offsetIndex, utf16 } from "./offsets";

/** A part of a block that is drawn as an element of its own; code points of the whole text. */
export interface DrawingPiece extends CodePointRange {
  readonly text: string;
}

/**
 * Divides an over-long block for drawing only: at the last sentence border before `limit` UTF-16 units, else at a word
 * border, else between two characters. The pieces give the block's text without a gap; a block within the limit is
 * one piece. `locale` is the BCP 47 language of the text. Throws a RangeError for a limit below 1.
 */
export function drawingPieces(
  block: Pick<Block, "text" | "start" | "end">,
  limit = 4000,
  locale?: string,
): DrawingPiece[] {
  if (limit < 1) throw new RangeError(`A piece cannot be shorter than one unit (${limit}).`);
  const { text, start, end } = block;
  if (text.length <= limit) return [{ start, end, text }];

  const index = offsetIndex(text);
  const cuts = [0, ...cutsOf(text, limit, locale), text.length].map(utf16);
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? utf16(0);
    return {
      start: codePoint(start + index.toCodePoint(from)),
      end: codePoint(start + index.toCodePoint(to)),
      text: text.slice(from, to),
    };
  });
}

function cutsOf(text: string, limit: number, locale?: string): number[] {
  const { sentences, words, toCharacters } = boundariesOf(text, locale);
  const sentenceStarts = sentences.map(({ start }) => start);
  const wordStarts = words.map(({ start }) => start);
  const cuts: number[] = [];
  for (let from = 0; text.length - from > limit; ) {
    const character = toCharacters({ start: utf16(from + limit), end: utf16(from + limit) });
    const border = character.start > from ? character.start : character.end;
    from = lastWithin(sentenceStarts, from, from + limit) ?? lastWithin(wordStarts, from, from + limit) ?? border;
    if (from >= text.length) break;
    cuts.push(from);
  }
  return cuts;
}

/** The last of ascending positions after `from` and up to `to`. */
function lastWithin(positions: readonly number[], from: number, to: number): number | undefined {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] ?? 0) <= to) low = middle + 1;
    else high = middle;
  }
  const last = positions[low - 1];
  return last !== undefined && last > from ? last : undefined;
}
