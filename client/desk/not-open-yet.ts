import type { Outbox } from "@/client/outbox/outbox";
import type { NewChange } from "@/client/outbox/queue";

/** Stands in until a browser is there: keeps what comes, sends nothing. */
export function notOpenYet(early: NewChange[]): Outbox {
  const nothing = { unsaved: 0, waiting: [], holds: new Map(), blocked: undefined, fleeting: false };
  return {
    add: (changes) => early.push(...changes),
    isWaiting: (thing) => early.some(({ ticket }) => ticket.thing === thing),
    state: () => nothing,
    load: async () => [],
    discard: async () => [],
    resubmit: async () => undefined,
    retry: () => undefined,
    doubt: () => undefined,
    close: async () => undefined,
  };
}
