import type { Ask } from "@/client/api/answer";
import { createAsk } from "@/client/api/ask";
import { newId } from "@/client/new-id";
import { type Cipher, createCipher } from "@/client/outbox/cipher";
import { memoryRows } from "@/client/outbox/memory-rows";
import { joinNeighbours } from "@/client/outbox/neighbours";
import { createOutbox, type Outbox, type OutboxOptions } from "@/client/outbox/outbox";
import { openRows, type Rows } from "@/client/outbox/rows";
import type { OpId } from "@/domain/ids";

/** What of a real browser an outbox stands on: its network, its disk, the key of its sign-in. */
export type Browser = {
  ask: Ask;
  cipher: Cipher;
  rows: () => Promise<Rows>;
  openOutbox: (handlers: Pick<OutboxOptions, "onState" | "onAcknowledged">) => Outbox;
};

/** What was not answered until then is sent again, as the same. */
const giveUpAfterMs = 30_000;

/** Nothing is opened before it is asked for, so that this can be made where there is no browser yet. */
export function browserOf(user: string, fetch: typeof globalThis.fetch): Browser {
  const ask = createAsk(fetch, { giveUpAfterMs });
  const whoAmI = () => ask("GET", "/me");
  const cipher = createCipher(async () => {
    const me = await whoAmI();
    if (me.ok && me.value.id === user && me.value.outboxKey !== undefined) {
      return [me.value.outboxKey, ...(me.value.formerOutboxKeys ?? [])];
    }
    throw new Error("Nobody is signed in, or somebody else.");
  });
  let opened: Promise<Rows> | undefined;
  const rows = () => {
    opened ??= openRows().catch(memoryRows);
    return opened;
  };
  return {
    ask,
    cipher,
    rows,
    openOutbox(handlers) {
      const neighbours = joinNeighbours(user);
      const outbox = createOutbox({
        ...handlers,
        user,
        rows: rows(),
        cipher,
        ask,
        neighbours,
        newOpId: newId<OpId>,
        isOnline: () => navigator.onLine,
        async isStillMe() {
          const me = await whoAmI();
          if (me.ok) return me.value.id === user ? "yes" : "no";
          return me.problem.status === 401 ? "no" : "unknown";
        },
      });
      const load = () => cipher.prepare().then(outbox.load);
      return { ...outbox, load, close: () => outbox.close().finally(neighbours.leave) };
    },
  };
}
