/** Where the buttons for chosen words stand: in the margin beside them, or along an edge of the window. In pixels. */
export type Place =
  | { readonly at: "side"; readonly left: number; readonly top: number }
  | { readonly at: "top" | "bottom"; readonly left: number; readonly width: number; readonly inset: number };

type Stretch = { readonly top: number; readonly bottom: number };
export type Around = {
  /** The first and the last line of the chosen words. */
  first: Stretch;
  last: Stretch;
  /** Where the lines of the text end, on their right. */
  textRight: number;
  /** The column of the page, within the window. */
  page: { left: number; right: number };
  /** What may be used of the window's height: below the bar over the page, above a sheet that has risen. */
  high: number;
  low: number;
  /** How high the buttons are by now. */
  height: number;
};

export const SIDE_WIDTH = 108;
const GAP = 8;
/** Beside the lines, discussions have their own lane. */
const LANE = 52;

/**
 * Where the buttons cover no words: in the margin where there is room for them, else along the lower edge of the
 * column, and along the upper one when the chosen words themselves are low.
 */
export function placeOf({ first, last, textRight, page, high, low, height }: Around): Place {
  const left = textRight + LANE;
  if (left + SIDE_WIDTH + GAP <= page.right) {
    return { at: "side", left, top: Math.max(high + GAP, Math.min(last.top, low - height - GAP)) };
  }
  const edge = { left: page.left + GAP, width: page.right - page.left - 2 * GAP };
  const reachesLow = last.bottom > low - height - 2 * GAP;
  if (reachesLow && first.top > high + height + 2 * GAP) return { at: "top", ...edge, inset: high + GAP };
  return { at: "bottom", ...edge, inset: window.innerHeight - low + GAP };
}
