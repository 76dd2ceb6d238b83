import type { Thing } from "@/domain/change/change";

/**
 * What holds up the changes of one thing.
 *
 * - `free`: nothing; its first change goes out next.
 * - `conflict`: the server has another version; a person chooses.
 * - `refused`: the server did not take it; a person corrects it, tries again or discards it.
 * - `put off`: the server could not take it now; time settles it.
 */
export const holdStates = ["free", "conflict", "refused", "put off"] as const;
export type HoldState = (typeof holdStates)[number];

export const holdEvents = [
  /** The server's answers. */
  "taken",
  "conflict",
  "refused",
  "put off",
  /** A change was added behind it. */
  "changed",
  /** A person wants it tried again, or as a new change on the version they see. */
  "retry",
  "resubmit",
  /** Nothing of it waits any more. */
  "gone",
  /** The time it was put off to has come. */
  "due",
] as const;
export type HoldEvent = (typeof holdEvents)[number];

/** Where each event leads from each state. */
const transitions: Readonly<Record<HoldState, Readonly<Record<HoldEvent, HoldState>>>> = {
  free: {
    ...{ taken: "free", conflict: "conflict", refused: "refused", "put off": "put off" },
    ...{ changed: "free", retry: "free", resubmit: "free", gone: "free", due: "free" },
  },
  conflict: {
    ...{ taken: "free", conflict: "conflict", refused: "refused", "put off": "put off" },
    ...{ changed: "conflict", retry: "conflict", resubmit: "free", gone: "free", due: "conflict" },
  },
  refused: {
    ...{ taken: "free", conflict: "conflict", refused: "refused", "put off": "put off" },
    ...{ changed: "free", retry: "free", resubmit: "free", gone: "free", due: "refused" },
  },
  "put off": {
    ...{ taken: "free", conflict: "conflict", refused: "refused", "put off": "put off" },
    ...{ changed: "put off", retry: "free", resubmit: "free", gone: "free", due: "free" },
  },
};

export const holdAfter = (state: HoldState, event: HoldEvent): HoldState => transitions[state][event];

/** What a person has to settle. */
export type Hold =
  | { is: "conflict"; current: unknown }
  | { is: "refused"; detail: string; errors: readonly { field: string; reason: string }[] };

type Held = Hold | { is: "put off"; until: number };

/** The things of a queue that are held up; all others are free. */
export class Holds {
  readonly #held = new Map<Thing, Held>();
  /** How often a thing was put off in a row. */
  readonly #attempts = new Map<Thing, number>();

  stateOf(thing: Thing): HoldState {
    return this.#held.get(thing)?.is ?? "free";
  }

  /** Something happened that holds a thing up. */
  hold(thing: Thing, held: Hold): void {
    this.#held.set(thing, held);
  }

  /** The server could not take a thing now; `wait` says for how many milliseconds, by how often that was so before. */
  putOff(thing: Thing, now: number, wait: (attempt: number) => number): void {
    const attempt = this.#attempts.get(thing) ?? 0;
    this.#attempts.set(thing, attempt + 1);
    this.#held.set(thing, { is: "put off", until: now + wait(attempt) });
  }

  /** Something happened that may set a thing free. */
  tell(thing: Thing, event: Exclude<HoldEvent, HoldState>): void {
    if (event === "taken" || event === "gone") this.#attempts.delete(thing);
    if (holdAfter(this.stateOf(thing), event) === "free") this.#held.delete(thing);
  }

  tellAll(event: "retry" | "due"): void {
    for (const thing of [...this.#held.keys()]) this.tell(thing, event);
  }

  /** Tells what was put off until now. */
  expire(now: number): void {
    for (const [thing, held] of [...this.#held]) {
      if (held.is === "put off" && held.until <= now) this.tell(thing, "due");
    }
  }

  /** Keeps only what still waits. */
  keep(waiting: ReadonlySet<Thing>): void {
    for (const thing of [...this.#held.keys()]) if (!waiting.has(thing)) this.tell(thing, "gone");
  }

  refused(): ReadonlySet<Thing> {
    return new Set([...this.#held].flatMap(([thing, { is }]) => (is === "refused" ? [thing] : [])));
  }

  /** What waits for a person. */
  forPeople(): ReadonlyMap<Thing, Hold> {
    return new Map([...this.#held].flatMap(([thing, held]) => (held.is === "put off" ? [] : [[thing, held] as const])));
  }

  /** When the first of what was put off may be tried again, in milliseconds since 1970. */
  nextTry(): number | undefined {
    const times = [...this.#held.values()].flatMap((held) => (held.is === "put off" ? [held.until] : []));
    return times.length > 0 ? Math.min(...times) : undefined;
  }
}
