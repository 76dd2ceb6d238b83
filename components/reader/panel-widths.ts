/** The panels whose width a person may choose. */
export const sized = ["tags", "inspector", "guidelines", "original"] as const;
export type Sized = (typeof sized)[number];
export type Widths = { readonly [P in Sized]?: number };

/** In pixels, at the size of letters that browsers begin with: what a panel has before anybody chose. */
export const usual: Record<Sized, number> = { tags: 248, inspector: 348, guidelines: 320, original: 544 };
/** What the fields, rows and lines of each panel need. */
const narrowest: Record<Sized, number> = { tags: 180, inspector: 288, guidelines: 220, original: 260 };
/** How much of a line of text is never given away. */
const text = 380;
const widest = 720;
const STEP = 16;

/** The bounds of a panel in a window where everything else beside the text takes so much. */
export function boundsOf(panel: Sized, window: number, others: number): { min: number; max: number } {
  const min = narrowest[panel];
  return { min, max: Math.max(min, Math.min(widest, window - others - text)) };
}

export const within = (width: number, { min, max }: { min: number; max: number }) =>
  Math.round(Math.min(max, Math.max(min, width)));

/** The width after a key on the border; `onward` is the arrow that makes the panel wider. Undefined for other keys. */
export function afterKey(
  key: string,
  width: number,
  { onward, min, max }: { onward: "ArrowLeft" | "ArrowRight"; min: number; max: number },
): number | undefined {
  if (key === "Home") return min;
  if (key === "End") return max;
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  return within(width + (key === onward ? STEP : -STEP), { min, max });
}

/** What was kept, as far as it makes sense. */
export function widthsIn(kept: string | null): Widths {
  try {
    const said: unknown = JSON.parse(kept ?? "{}");
    if (typeof said !== "object" || said === null) return {};
    const entries = Object.entries(said).filter(([name, width]) => {
      const panel = sized.find((each) => each === name);
      return panel && typeof width === "number" && width >= narrowest[panel] && width <= widest;
    });
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}
