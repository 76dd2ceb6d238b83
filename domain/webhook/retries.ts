/** Milliseconds before each further try: ten tries in a little more than two days. */
const pauses = [30, 120, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600].map((seconds) => seconds * 1000);

/** How often a delivery is tried at most. */
export const mostTries = pauses.length + 1;

/**
 * When to try again after so many tries, in milliseconds; undefined after the last. `chance` from 0 to 1 spreads a
 * pause over a fifth of it, so that what failed together does not come back together.
 */
export function pauseAfter(tries: number, chance: number): number | undefined {
  const pause = pauses[tries - 1];
  return pause === undefined ? undefined : Math.round(pause * (0.9 + 0.2 * chance));
}

/** What an answer means: 2xx took it, 410 wants no more, anything else is tried again. */
export function meaningOf(status: number): "taken" | "gone" | "again" {
  if (status >= 200 && status < 300) return "taken";
  return status === 410 ? "gone" : "again";
}
