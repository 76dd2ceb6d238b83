/** The largest number a bigint column holds: after every entry of a transaction. */
export const lastOfAll = 9_223_372_036_854_775_807n;

/**
 * Where somebody is in the history: behind the entry of this transaction and id, in the order in which entries become
 * readable. Written `<transaction>.<entry>`, the value of a stream's `id:` lines and of `Last-Event-ID`.
 */
export type Position = { txid: bigint; id: bigint };

/** A position as it is written; browsers read it too, so this file needs nothing. */
export type PositionText = `${bigint}.${bigint}`;

export function readPosition(text: string): Position | undefined {
  const [, txid, id] = /^(\d{1,19})\.(\d{1,19})$/.exec(text) ?? [];
  if (txid === undefined || id === undefined) return undefined;
  const position = { txid: BigInt(txid), id: BigInt(id) };
  return position.txid <= lastOfAll && position.id <= lastOfAll ? position : undefined;
}

export const writePosition = ({ txid, id }: Position): PositionText => `${txid}.${id}`;

/** Whether `a` is behind `b`: somebody there has seen what somebody at `b` has, and more. */
export const isAfter = (a: Position, b: Position): boolean => a.txid > b.txid || (a.txid === b.txid && a.id > b.id);

export const laterOf = (a: Position, b: Position): Position => (isAfter(a, b) ? a : b);

/** After everything that transactions before this one wrote: the horizon below which nothing new appears. */
export const justBelow = (horizon: bigint): Position => ({ txid: horizon - 1n, id: lastOfAll });
