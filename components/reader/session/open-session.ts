import { createAsk } from "@/components/reader/session/api";
import { createReaderSession, type ReaderStart } from "@/components/reader/session/create-session";
import { newId } from "@/components/reader/session/new-id";
import { createCipher } from "@/components/reader/session/outbox/cipher";
import { createDrafts, type Drafts } from "@/components/reader/session/outbox/drafts";
import { joinNeighbours } from "@/components/reader/session/outbox/neighbours";
import { createOutbox } from "@/components/reader/session/outbox/outbox";
import { openRows, type Rows } from "@/components/reader/session/outbox/rows";
import type { ReaderSession } from "@/components/reader/session/session";
import type { OpId } from "@/domain/ids";

/** A session of a real browser: its disk, its locks, its network. Nothing is opened before `start`. */
export function openReaderSession(start: ReaderStart, fetch: typeof globalThis.fetch): ReaderSession {
  const ask = createAsk(fetch);
  const user = start.me.id;
  const whoAmI = async () => {
    const answer = await ask("GET", "/me");
    if (answer.kind !== "ok") return answer;
    return answer.body as { id: string; outboxKey: string; formerOutboxKeys?: readonly string[] };
  };
  const cipher = createCipher(async () => {
    const me = await whoAmI();
    if ("outboxKey" in me && me.id === user) return [me.outboxKey, ...(me.formerOutboxKeys ?? [])];
    throw new Error("Nobody is signed in, or somebody else.");
  });
  let opened: Promise<Rows> | undefined;
  const rows = () => {
    opened ??= openRows();
    return opened;
  };
  const drafts: Drafts = {
    read: async (key) => createDrafts(user, await rows(), cipher).read(key),
    write: async (key, text) => createDrafts(user, await rows(), cipher).write(key, text),
  };

  return createReaderSession(start, {
    ask,
    now: Date.now,
    drafts,
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
          if ("id" in me) return me.id === user ? "yes" : "no";
          return me.kind === "problem" && me.status === 401 ? "no" : "unknown";
        },
      });
      return {
        ...outbox,
        close() {
          outbox.close();
          neighbours.leave();
        },
      };
    },
  });
}
