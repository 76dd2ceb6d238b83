import type { Span } from "@/editor/positions";
import type { TextView } from "@/editor/view";

const EDGE = 96;
const TRIES = 4;

/**
 * Brings spans into sight: a third down the part of the window `above` a sheet, in pixels, or not at all when they are
 * in sight already. Sections that were never drawn have a guessed height, so the place is looked at until it holds.
 */
export function bringIntoSight(
  view: TextView,
  spans: readonly Span[],
  { always = false, above = window.innerHeight } = {},
) {
  const [first] = spans;
  if (!first) return;
  const top = () => view.rectsOf([{ start: first.start, end: first.start + 1 }])[0]?.top;
  const now = top();
  if (now === undefined) return;
  if (!always && now > EDGE && now < above - EDGE) return;
  const settle = (tries: number) => {
    const at = top();
    if (at === undefined) return;
    const off = at - Math.max(EDGE, above / 3);
    if (Math.abs(off) > 1) window.scrollBy({ top: off, behavior: "instant" });
    if (tries > 1) requestAnimationFrame(() => settle(tries - 1));
  };
  settle(TRIES);
}

/** Scrolls just as far as a rectangle of the window needs to be seen whole. */
export function keepInSight({ top, bottom }: { top: number; bottom: number }) {
  const low = window.innerHeight - EDGE;
  if (top < EDGE) window.scrollBy({ top: top - EDGE, behavior: "instant" });
  else if (bottom > low) window.scrollBy({ top: bottom - low, behavior: "instant" });
}
