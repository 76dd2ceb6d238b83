import "server-only";

/** The time, in one place, so that what depends on it can be told another. */
export type Clock = () => Date;

export const now: Clock = () => new Date();
