import type { Span } from "@/editor/positions";
import type { TextView } from "@/editor/view";
import type { Word, Words } from "@/editor/words";

type Text = { readonly view: TextView; readonly words: Words };
type Point = { readonly x: number; readonly y: number };

/** What a number of clicks at a place of the window takes: two the word, three the sentence, more the block. */
export function clickedSpan(text: Text, clicks: number, at: Point): Span | undefined {
  const { view, words } = text;
  if (clicks === 2) return wordUnder(text, at);
  const point = view.letterUnder(at.x, at.y) ?? view.pointNear(at.x, at.y);
  if (point === undefined) return undefined;
  if (clicks === 3) return words.sentenceAt(point);
  const block = view.positions.pieceAt(point)?.block;
  const pieces = view.document.pieces.filter((piece) => piece.block === block);
  const [first, last] = [pieces[0], pieces.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/**
 * The word that a pointer means: the one under it. On a space, a comma or the blank end of a line the nearest of that
 * line, because nobody tags a comma; undefined beside the text and between two blocks.
 */
function wordUnder({ view, words }: Text, at: Point): Span | undefined {
  const letter = view.letterUnder(at.x, at.y);
  const under = letter === undefined ? undefined : words.over(letter);
  if (under) return under;
  const box = view.element.getBoundingClientRect();
  const point = letter ?? view.pointNear(at.x, at.y);
  const piece = point === undefined ? undefined : view.positions.pieceAt(point);
  if (!piece || point === undefined || at.x < box.left || at.x > box.right) return undefined;
  const around = words.of(piece);
  const beside = [around.findLast(({ end }) => end <= point), around.find(({ end }) => end > point)];
  const [nearest] = beside
    .flatMap((word) => (word ? [{ word, far: distance(view, word, at) }] : []))
    .toSorted((a, b) => a.far - b.far);
  return nearest && nearest.far < Number.POSITIVE_INFINITY ? nearest.word : undefined;
}

/** How far to the side a word is in the line of a place; infinite when it is in another line. */
function distance(view: TextView, word: Word, { x, y }: Point): number {
  const far = view.rectsOf([word]).map(({ left, right, top, bottom }) => {
    const leading = (bottom - top) / 2;
    if (y < top - leading || y > bottom + leading) return Number.POSITIVE_INFINITY;
    return Math.max(left - x, x - right, 0);
  });
  return Math.min(Number.POSITIVE_INFINITY, ...far);
}
