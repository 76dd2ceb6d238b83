const CHOOSING = "data-choosing";

/**
 * While words are being chosen nothing that floats over the text may come between the pointer and the words: no handle,
 * no button, no bar (see `text.css`).
 */
export function standAside(aside: boolean) {
  if (document.documentElement.hasAttribute(CHOOSING) !== aside)
    document.documentElement.toggleAttribute(CHOOSING, aside);
}
