/** A source of chance: each call gives a number from 0 (included) to 1 (excluded). */
export type Chance = () => number;

/** A repeatable source of chance (Steele & Vigna's SplitMix, 32 bits: "mulberry32"); same seed, same numbers. */
export function seededChance(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to `below` − 1. */
export function pick(chance: Chance, below: number): number {
  return Math.floor(chance() * below);
}
