import type { PaletteUse } from "@/domain/people/palette-use";

/** Days after which a use counts half. */
const halfLife = 14;
const day = 86_400_000;
const most = 60;

/** How much something is used: often and lately. */
export function rankOf(used: PaletteUse, key: string, now: string): number {
  const use = used[key];
  if (!use) return 0;
  const days = Math.max(0, Date.parse(now) - Date.parse(use.at)) / day;
  return use.times * 2 ** (-days / halfLife);
}

/** The same after something was used once more; what is used least gives way. */
export function withUse(used: PaletteUse, key: string, now: string): PaletteUse {
  const times = Math.min(1_000_000, Math.max(1, Math.round(rankOf(used, key, now) + 1)));
  const all = Object.entries({ ...used, [key]: { times, at: now } });
  const kept = all.toSorted(
    ([a], [b]) => Number(b === key) - Number(a === key) || rankOf(used, b, now) - rankOf(used, a, now),
  );
  return Object.fromEntries(kept.slice(0, most));
}
