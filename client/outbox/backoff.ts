const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** How long to wait before trying again, in milliseconds: doubling, with half of it left to chance (0 ≤ chance < 1). */
export function backoff(attempt: number, chance: number, atLeast = 0): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.max(atLeast, Math.round(most / 2 + (most / 2) * chance));
}
