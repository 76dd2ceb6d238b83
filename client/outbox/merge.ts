import { creates, type NewRow, type Row } from "@/client/outbox/change";

/** What a new change does to the queue: rows to write over, rows to drop, and whether it stands in line itself. */
export type Merge = { replace?: Row; drop?: readonly Row[]; append: boolean };

const puts: ReadonlySet<string> = new Set(["put-annotation", "put-relation", "put-entity", "withdraw"]);

/**
 * Keeps one merged change waiting for each thing behind the one in flight.
 *
 * `waiting` are the rows of the same thing, in order; `needed` says whether another waiting change hangs on the thing.
 * A frozen row is never touched: the server may have it already.
 */
export function merge(waiting: readonly Row[], next: NewRow, needed: boolean): Merge {
  const last = waiting.at(-1);
  if (!last || last.frozen) return { append: true };

  if (next.deed === "undo-verdict" && last.deed === "decide") return { drop: [last], append: false };
  if (next.deed === "set-thread" && last.deed === "set-thread") return { replace: over(last, next), append: false };
  if (!puts.has(next.deed) || !puts.has(last.deed)) return { append: true };

  const neverSent = waiting.length === 1 && creates(last);
  if (next.deed === "withdraw" && neverSent) return needed ? { append: true } : { drop: [last], append: false };
  return { replace: over(last, next), append: false };
}

/** The newer words in the older one's place and on the version that one was based on. */
const over = (last: Row, next: NewRow): Row => ({
  ...next,
  seq: last.seq,
  frozen: false,
  version: last.version,
});
