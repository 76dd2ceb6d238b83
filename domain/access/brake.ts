/**
 * How long to wait after failed attempts: nothing for the first few, then twice as long each time, up to a limit.
 *
 * The limits are minutes, never for ever, so that a stranger who guesses at somebody's password can't lock them out;
 * the one over all addresses is the mildest for the same reason.
 */
export type Brake = { free: number; longestMs: number; forgottenAfterMs: number };

const minute = 60_000;

export const brakes = {
  /** One account from one address. */
  accountHere: { free: 5, longestMs: 15 * minute, forgottenAfterMs: 24 * 60 * minute },
  /** One account from anywhere. */
  account: { free: 50, longestMs: minute, forgottenAfterMs: 60 * minute },
  /** One address, whoever it tries to be: an office may share one. */
  address: { free: 30, longestMs: 15 * minute, forgottenAfterMs: 60 * minute },
} as const satisfies Record<string, Brake>;

/** Milliseconds until the next attempt is looked at. */
export const delayAfter = (failures: number, { free, longestMs }: Brake): number =>
  failures < free ? 0 : Math.min(longestMs, 1000 * 2 ** Math.min(failures - free, 30));
