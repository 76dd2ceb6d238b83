/** Times of day by the 24-hour clock, on every page: `format.dateTime(moment, clock)`. */
export const clock = { timeStyle: "short", hourCycle: "h23" } as const;

/** To the second, where it matters which of two saves is meant. */
export const clockWithSeconds = { timeStyle: "medium", hourCycle: "h23" } as const;

/** A day and a time of day. */
export const dayAndClock = { dateStyle: "medium", ...clock } as const;
