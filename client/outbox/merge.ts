import type { NewRow, Row } from "@/client/outbox/row";
import { changeKinds, creates } from "@/domain/change/registry";

/** What a new change does to the queue: rows to write over, rows to drop, and whether it stands in line itself. */
export type Merge = { replace?: Row; drop?: readonly Row[]; append: boolean };

/**
 * Keeps one merged change waiting for each thing behind the one in flight.
 *
 * `waiting` are the rows of the same thing, in order; `needed` says whether another waiting change hangs on the thing.
 * A frozen row is never touched: the server may have it already.
 */
export function merge(waiting: readonly Row[], next: NewRow, needed: boolean): Merge {
  const last = waiting.at(-1);
  if (!last || last.frozen) return { append: true };

  const [kind, before] = [changeKinds[next.deed], changeKinds[last.deed]];
  if (kind.cancels === last.deed) return { drop: [last], append: false };
  if (!kind.merges || kind.merges !== before.merges) return { append: true };

  if (next.deed === last.deed) return { replace: over(last, next), append: false };
  if (next.deed === "withdraw") {
    const neverSent = waiting.length === 1 && creates(last);
    // What a tag says has to arrive before it is taken back, or nobody could have it back as it was.
    return neverSent && !needed ? { drop: [last], append: false } : { append: true };
  }
  const earlier = waiting.at(-2);
  return earlier?.deed === next.deed && !earlier.frozen
    ? { replace: over(earlier, next), drop: [last], append: false }
    : { replace: over(last, next), append: false };
}

/** The newer words in the older one's place and on the version that one was based on. */
const over = (last: Row, next: NewRow): Row => ({
  ...next,
  seq: last.seq,
  frozen: false,
  version: last.version,
});
