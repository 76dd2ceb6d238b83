import type { EditorView } from "@tiptap/pm/view";
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

/** The code point of the letter right under a point of the window; undefined where there is none, or only space. */
export function letterUnder(view: EditorView, positions: Positions, at: Point): number | undefined {
  const near = pointNear(view, positions, at);
  if (near === undefined) return undefined;
  return [near, near - 1].find((letter) => {
    const [place] = positions.rangesOf([{ start: letter, end: letter + 1 }]);
    return place !== undefined && rectsOf(view, place).some((rect) => covers(rect, at));
  });
}

function rectsOf(view: EditorView, { from, to }: { from: number; to: number }): DOMRect[] {
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return [...range.getClientRects()];
}

const covers = ({ left, right, top, bottom }: DOMRect, { x, y }: Point) =>
  left <= x && x <= right && top <= y && y <= bottom;

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
