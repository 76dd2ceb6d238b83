/** Where the bar over the page ends, and how near the window's lower edge a hand wants to go on, in pixels. */
const UPPER = 48;
const LOWER = 10;
const FASTEST = 24;

/** Scrolls on while a pointer that drags is held at or beyond the upper or lower edge of the window. */
export function scrollAlong(pointer: () => { y: number }, moved: () => void): () => void {
  let frame = 0;
  const on = () => {
    frame = requestAnimationFrame(on);
    const by = speedAt(pointer().y, window.innerHeight);
    if (by === 0) return;
    const before = window.scrollY;
    window.scrollBy({ top: by, behavior: "instant" });
    if (window.scrollY !== before) moved();
  };
  frame = requestAnimationFrame(on);
  return () => cancelAnimationFrame(frame);
}

/** Pixels a frame, faster the further out; 0 away from the edges. */
export function speedAt(y: number, height: number): number {
  const beyond = y < UPPER ? y - UPPER : Math.max(0, y - (height - LOWER));
  return Math.sign(beyond) * Math.min(FASTEST, Math.ceil(Math.abs(beyond) / 3));
}
