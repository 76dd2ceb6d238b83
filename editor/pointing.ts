import type { EditorView } from "@tiptap/pm/view";
import { snapToCharacters } from "@/domain/text/boundaries";
import { utf16 } from "@/domain/text/offsets";
import { domRange } from "@/editor/highlights";
import type { Positions } from "@/editor/positions";

type Point = { readonly x: number; readonly y: number };

/** A hair inside the text, so that a point clamped to its edge still lies in it. */
const INSIDE = 1;

/**
 * The code point nearest to a point of the window, in pixels. A point outside of the text, or of the window, stands for
 * the nearest one inside of both: hands leave the column while they drag.
 */
export function pointNear(view: EditorView, positions: Positions, at: Point): number | undefined {
  const box = view.dom.getBoundingClientRect();
  const x = clamp(at.x, box.left + INSIDE, box.right - INSIDE);
  const y = clamp(at.y, Math.max(0, box.top) + INSIDE, Math.min(window.innerHeight, box.bottom) - INSIDE);
  const position = caretIn(view, x, y) ?? view.posAtCoords({ left: x, top: y })?.pos;
  return position === undefined ? undefined : positions.toCodePoint(position);
}

/** Where the browser would put a caret, unless something else lies there. */
function caretIn(view: EditorView, x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  const range = caret ? undefined : document.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? range?.startContainer;
  if (!(node instanceof Text) || !view.dom.contains(node)) return undefined;
  return view.posAtDOM(node, Math.min(caret?.offset ?? range?.startOffset ?? 0, node.length));
}

/**
 * The code point of the character right under a point of the window, as people see characters; undefined where there
 * is none. A caret stands between two of them, so that either can be the one.
 */
export function letterUnder(view: EditorView, positions: Positions, at: Point): number | undefined {
  const near = pointNear(view, positions, at);
  if (near === undefined) return undefined;
  for (const point of [near, near - 1]) {
    const [place] = point < 0 ? [] : positions.rangesOf([{ start: point, end: point + 1 }]);
    if (!place) continue;
    const { piece } = place;
    const letter = { start: utf16(place.from - piece.from), end: utf16(place.to - piece.from) };
    const { start, end } = snapToCharacters(piece.text, letter);
    const rects = domRange(view, piece.from + start, piece.from + end).getClientRects();
    if ([...rects].some((rect) => covers(rect, at))) return positions.toCodePoint(piece.from + start);
  }
  return undefined;
}

const covers = ({ left, right, top, bottom }: DOMRect, { x, y }: Point) =>
  left <= x && x <= right && top <= y && y <= bottom;

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
