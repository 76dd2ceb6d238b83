import type { Ask } from "@/client/api/answer";
import { backoff } from "@/client/outbox/backoff";
import type { Cipher } from "@/client/outbox/cipher";
import { type Hold, Holds } from "@/client/outbox/holds";
import type { Blocked } from "@/client/outbox/machine";
import type { Acknowledged, Neighbours } from "@/client/outbox/neighbours";
import { type NewChange, Queue, type Seen, type Waiting } from "@/client/outbox/queue";
import { orphans } from "@/client/outbox/ready";
import type { Rows } from "@/client/outbox/rows";
import { Sending, unreadableHold } from "@/client/outbox/send";
import type { Thing } from "@/domain/change/change";
import type { OpId } from "@/domain/ids";

export type OutboxState = {
  /** Changes that are not even on this device's disk yet. */
  unsaved: number;
  waiting: readonly Waiting[];
  /** What a person has to settle. */
  holds: ReadonlyMap<Thing, Hold>;
  blocked: Blocked | undefined;
  /** Whether what waits would be lost with this page, because the browser keeps nothing. */
  fleeting: boolean;
};

export type OutboxOptions = {
  user: string;
  /** What lies on this device; opening it takes a moment. */
  rows: Promise<Rows>;
  cipher: Cipher;
  ask: Ask;
  /** Other pages of this browser, and the one place in line to send. */
  neighbours: Neighbours;
  newOpId: () => OpId;
  isOnline: () => boolean;
  /** Whether this browser is still signed in as `user`: changes must never go out in somebody else's name. */
  isStillMe: () => Promise<"yes" | "no" | "unknown">;
  chance?: () => number;
  onState: (state: OutboxState) => void;
  onAcknowledged: (done: readonly Acknowledged[]) => void;
};

export type Outbox = {
  /** Lays changes down on this device, in order, and starts sending. */
  add(changes: readonly NewChange[]): void;
  /** Everything that waits on this device for this person, in order. */
  load(): Promise<readonly Waiting[]>;
  /** Tries again now, refused changes too. */
  retry(): void;
  /** The person may have changed while nobody looked: ask before sending more. */
  doubt(): void;
  /** Sends a held change again as a new one, on the version and the verdict that are seen now. */
  resubmit(thing: Thing, seen?: Seen): Promise<void>;
  /** Forgets the waiting changes of a thing, and of what hangs on it; answers all of these things. */
  discard(thing: Thing): Promise<Thing[]>;
  /** Whether changes of this thing have not been acknowledged. */
  isWaiting(thing: string): boolean;
  state(): OutboxState;
  /** Tells nobody any more; resolves when what waits was sent, or when nobody answers. */
  close(): Promise<void>;
};

/**
 * Keeps every change on this device until the server has acknowledged it.
 *
 * A change is durable here before it is sent, carries an id made here so that sending twice makes one, and leaves
 * the device only on the server's word. One page of a browser sends at a time (`machine.ts`, `send.ts`); a thing that
 * is held up holds up only what hangs on it (`holds.ts`).
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { user, cipher, rows, neighbours, newOpId, onState, onAcknowledged, chance = Math.random } = options;
  let closed = false;
  const tell = () => {
    if (!closed) onState(state());
  };
  const holds = new Holds();
  const onLook = () => lookAt(queue, holds);
  const queue: Queue = new Queue({ user, rows, cipher, onLook, tell });
  const sending: Sending = new Sending({ ...options, queue, holds, chance, tell });
  const state = (): OutboxState => ({
    unsaved: queue.unsaved,
    waiting: queue.waiting,
    holds: holds.forPeople(),
    blocked: sending.blocked ?? (holds.nextTry() === undefined ? undefined : "unavailable"),
    fleeting: queue.fleeting,
  });

  async function layDown(attempt = 0): Promise<void> {
    try {
      if (await queue.layDown()) neighbours.say({ is: "changed" });
      sending.hear("work");
    } catch {
      // The key or the disk is not there yet: the page still holds the change and says that it is not saved.
      await neighbours.rest(backoff(attempt, chance()));
      if (!closed) await layDown(attempt + 1);
    }
  }

  const stopListening = neighbours.listen((word) => {
    if (word.is === "wake") {
      sending.hear("retry");
      return;
    }
    const done = word.is === "acknowledged" ? word.done : [];
    queue.hear(done);
    queue.look(() => done.length > 0 && onAcknowledged(done)).catch(() => undefined);
  });

  return {
    add(changes) {
      queue.add(changes);
      for (const { ticket } of changes) holds.tell(ticket.thing, "changed");
      tell();
      void layDown();
    },
    load: () => queue.look(),
    retry() {
      holds.tellAll("retry");
      neighbours.say({ is: "wake" });
      neighbours.wake();
      tell();
      sending.hear("retry");
    },
    doubt: () => sending.hear("doubt"),
    async resubmit(thing, seen = {}) {
      const held = queue.rows.find((row) => row.thing === thing);
      if (!held) return;
      await queue.renew(held, newOpId(), seen);
      holds.tell(thing, "resubmit");
      await queue.look();
      sending.hear("work");
    },
    async discard(thing) {
      const lost = withOrphans(queue.rows, thing);
      await queue.remove(queue.rows.filter((row) => lost.has(row.thing)));
      for (const each of lost) holds.tell(each, "gone");
      await queue.look();
      neighbours.say({ is: "changed" });
      return [...lost];
    },
    isWaiting: (thing) => queue.isWaiting(thing),
    state,
    async close() {
      closed = true;
      stopListening();
      await sending.close(layDown());
    },
  };
}

/** A thing that is given up, and those that are nothing without it. */
function withOrphans(rows: Queue["rows"], thing: Thing): ReadonlySet<Thing> {
  const lost = new Set<Thing>([thing]);
  for (const row of orphans(rows, lost)) lost.add(row.thing);
  return lost;
}

/** What does not wait any more holds nothing up, and what cannot be read goes nowhere. */
function lookAt(queue: Queue, holds: Holds): void {
  holds.keep(queue.things);
  for (const { row, change } of queue.waiting) {
    if (!change && holds.stateOf(row.thing) === "free") holds.hold(row.thing, unreadableHold);
  }
}
