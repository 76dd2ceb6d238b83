/** Pixels that a button may move without anybody meaning it. */
const STEADY = 3;
const SHAKY = 8;

/**
 * Whether a press was a click although the hand moved: it moved hardly at all, or a little within one word, `word`
 * pixels wide, and over far less than all of it. Whoever wants exact letters is taken at their hand.
 */
export function isSlip({ dx, dy, word, exact }: { dx: number; dy: number; word: number | undefined; exact: boolean }) {
  const far = Math.hypot(dx, dy);
  if (far <= STEADY) return true;
  if (exact || word === undefined) return false;
  return far <= SHAKY && Math.abs(dx) * 3 < word;
}
