import { type Chance, pick } from "@/domain/agreement/chance";
import type { Outcome } from "@/domain/agreement/outcome";

/** The middle 95 % of what other samples like this one would have shown. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly resamples: number;
}

/**
 * The 95 % percentile bootstrap (Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13): draws as many
 * things as there are, with replacement, `resamples` times, and takes the values at 2.5 % and 97.5 %. `undefined`
 * with fewer than two things, or when more than one draw in twenty has no number.
 */
export function intervalOf<Thing>(
  things: readonly Thing[],
  value: (drawn: readonly Thing[]) => Outcome,
  chance: Chance,
  resamples = 1000,
): Interval | undefined {
  if (things.length < 2) return undefined;
  const values: number[] = [];
  for (let draw = 0; draw < resamples; draw++) {
    const drawn = things.map((thing) => things[pick(chance, things.length)] ?? thing);
    const outcome = value(drawn);
    if (outcome.known) values.push(outcome.value);
  }
  if (values.length < resamples * 0.95) return undefined;
  values.sort((a, b) => a - b);
  return { low: quantile(values, 0.025), high: quantile(values, 0.975), resamples };
}

/** Linear between the two nearest values; `sorted` holds one value or more. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
