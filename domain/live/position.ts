/** The largest number a bigint column holds: after every entry of a transaction. */
export const lastOfAll = 9_223_372_036_854_775_807n;

/**
 * Where somebody is in the history: behind the entry of this transaction and id, in the order in which entries become
 * readable. It counts what everybody does, so it never leaves the server but sealed (`server/live/sealed-position.ts`).
 */
export type Position = { txid: bigint; id: bigint };

/** Whether `a` is behind `b`: somebody there has seen what somebody at `b` has, and more. */
export const isAfter = (a: Position, b: Position): boolean => a.txid > b.txid || (a.txid === b.txid && a.id > b.id);

export const laterOf = (a: Position, b: Position): Position => (isAfter(a, b) ? a : b);

/** After everything that transactions before this one wrote: the horizon below which nothing new appears. */
export const justBelow = (horizon: bigint): Position => ({ txid: horizon - 1n, id: lastOfAll });
