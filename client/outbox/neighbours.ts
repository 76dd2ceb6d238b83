import type { Row } from "@/client/outbox/row";
import type { Change } from "@/domain/change/change";

/** A change that the server has taken, with what it answered. */
export type Acknowledged = { ticket: Row; change: Change; answer: unknown };

/** What pages of one browser tell each other about the queue they share. */
export type Word = { is: "changed" } | { is: "wake" } | { is: "acknowledged"; done: readonly Acknowledged[] };

/** Other pages of this browser for the same person, and the one place from which changes are sent. */
export type Neighbours = {
  say(word: Word): void;
  listen(hear: (word: Word) => void): () => void;
  /** Runs the work when no other page of this browser is sending. */
  inLine(work: () => Promise<void>): Promise<void>;
  /** Ends a rest early, here. */
  wake(): void;
  /** Resolves after some milliseconds, when woken, or when the network comes back. */
  rest(ms: number): Promise<void>;
  leave(): void;
};

/** Web Locks give the place in line to one page, and to the next one when that page closes or dies. */
export function joinNeighbours(user: string): Neighbours {
  const name = `glossator-outbox:${user}`;
  const channel = new BroadcastChannel(name);
  const sleepers = new Set<() => void>();
  const leaving = new AbortController();
  const wake = () => {
    for (const rouse of [...sleepers]) rouse();
  };
  globalThis.addEventListener?.("online", wake, { signal: leaving.signal });
  let mine: Promise<unknown> = Promise.resolve();

  return {
    say: (word) => channel.postMessage(word),
    listen(hear) {
      const onMessage = ({ data }: MessageEvent<Word>) => {
        if (data.is === "wake") wake();
        hear(data);
      };
      channel.addEventListener("message", onMessage);
      return () => channel.removeEventListener("message", onMessage);
    },
    async inLine(work) {
      if (globalThis.navigator?.locks) {
        await navigator.locks.request(name, { signal: leaving.signal }, work);
        return;
      }
      // Without Web Locks (plain http off localhost, which we do not serve) a page at least never races itself.
      const turn = mine.then(work);
      mine = turn.catch(() => undefined);
      await turn;
    },
    wake,
    rest: (ms) =>
      new Promise((resolve) => {
        const rouse = () => {
          clearTimeout(timer);
          sleepers.delete(rouse);
          resolve();
        };
        const timer = setTimeout(rouse, ms);
        sleepers.add(rouse);
      }),
    leave() {
      leaving.abort();
      wake();
      channel.close();
    },
  };
}
