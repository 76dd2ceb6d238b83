/** How long words have to be in sight before they count as read, in milliseconds. */
export const readAfter = 15_000;

/** A look at the screen: when, and up to which code point the text was in sight; undefined before it was drawn. */
export type Look = { at: number; seenTo: number | undefined };

/**
 * The place that somebody has read to. Only what stays in sight for a while is read: opening a report, or scrolling to
 * its end, is no reading. `looks` are in order; the last is now.
 */
export function readTo(looks: readonly Look[], readBefore: number): number {
  const now = looks.at(-1);
  if (now?.seenTo === undefined) return readBefore;
  const lasting = looks.filter(({ at }) => at >= now.at - readAfter);
  const stayed = looks.some(({ at }) => at <= now.at - readAfter);
  const least = Math.min(...lasting.map(({ seenTo = 0 }) => seenTo));
  return stayed ? Math.max(readBefore, least) : readBefore;
}
