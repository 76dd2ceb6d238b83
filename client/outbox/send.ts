import type { Ask } from "@/client/api/answer";
import { backoff } from "@/client/outbox/backoff";
import type { Hold, Holds } from "@/client/outbox/holds";
import { type Blocked, idle, type Sender, type SenderEvent, step } from "@/client/outbox/machine";
import type { Acknowledged, Neighbours } from "@/client/outbox/neighbours";
import type { Queue, Readable } from "@/client/outbox/queue";
import { orphans, ready } from "@/client/outbox/ready";
import type { Outcome } from "@/client/outbox/request";
import { nextJourney, travel } from "@/client/outbox/travel";
import type { Change } from "@/domain/change/change";
import { isBatchable } from "@/domain/change/registry";

export type SendingTools = {
  queue: Queue;
  holds: Holds;
  ask: Ask;
  neighbours: Neighbours;
  isOnline: () => boolean;
  /** Whether this browser is still signed in as the same person: nothing goes out in somebody else's name. */
  isStillMe: () => Promise<"yes" | "no" | "unknown">;
  chance: () => number;
  tell: () => void;
  onAcknowledged: (done: readonly Acknowledged[]) => void;
};

type Answered = Extract<SenderEvent, "answered" | "unanswered" | "signed out">;

/** Sends what waits, when it is this page's turn: it does in each state what the state says, and tells the machine. */
export class Sending {
  readonly #tools: SendingTools;
  #sender: Sender = idle;
  #running = false;
  #ended: Promise<void> = Promise.resolve();
  #closing = false;
  /** Nothing travels with others any more until all is well again. */
  #alone = false;
  /** How often nobody answered in a row. */
  #quiet = 0;

  constructor(tools: SendingTools) {
    this.#tools = tools;
  }

  get blocked(): Blocked | undefined {
    return this.#sender.blocked;
  }

  hear(event: SenderEvent): void {
    const { neighbours, isOnline, tell } = this.#tools;
    const before = this.#sender;
    this.#sender = step(before, event, isOnline());
    if (before.blocked !== this.#sender.blocked || event === "drained" || event === "later") tell();
    if (before.is === "put off" && event === "work") neighbours.wake();
    if (!this.#running && this.#sender.is === "in line") this.#ended = this.#run();
  }

  /** Tries once more; resolves when what waits was sent, or when nobody answers. */
  async close(laidDown: Promise<void>): Promise<void> {
    this.#closing = true;
    this.#tools.neighbours.wake();
    await laidDown;
    await this.#ended;
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#sender.is === "in line") {
      await this.#tools.neighbours.inLine(() => this.#work()).catch(() => this.hear("stopped"));
    }
    this.#running = false;
  }

  async #work(): Promise<void> {
    this.hear("turn");
    await this.#tools.queue.look();
    while (true) {
      switch (this.#sender.is) {
        case "asking":
          this.hear(await this.#whoIsHere());
          break;
        case "sending":
          this.hear(await this.#sendNext());
          break;
        case "put off":
        case "resting":
          if (this.#closing) {
            this.hear("stopped");
            return;
          }
          await this.#rest();
          this.hear("rested");
          break;
        default:
          return;
      }
    }
  }

  async #whoIsHere(): Promise<SenderEvent> {
    if (this.#sender.sure) return "mine";
    const still = await this.#tools.isStillMe();
    if (still === "unknown") return "unanswered";
    return still === "yes" ? "mine" : "signed out";
  }

  async #rest(): Promise<void> {
    const { holds, neighbours, queue, chance } = this.#tools;
    if (this.#sender.is === "resting") return neighbours.rest(backoff(this.#quiet++, chance()));
    const now = Date.now();
    await neighbours.rest(Math.max(50, (holds.nextTry() ?? now) - now));
    await queue.look();
  }

  /** Sends a handful and settles each for itself; says whether somebody answered. */
  async #sendNext(): Promise<SenderEvent> {
    const { holds, queue, ask } = this.#tools;
    holds.expire(Date.now());
    const next = ready(queue.rows, (thing) => holds.stateOf(thing));
    if (next.length === 0) return holds.nextTry() === undefined ? "drained" : "later";
    const { how, rows } = nextJourney(next, this.#alone);
    const { readable, unreadable } = await queue.freeze(rows);
    for (const thing of unreadable) holds.hold(thing, unreadableHold);
    if (readable.length === 0) return "answered";
    const outcomes = await travel(ask, how, readable);
    return this.#settle(readable, outcomes, how !== "singly");
  }

  async #settle(sent: readonly Readable[], outcomes: readonly Outcome[], together: boolean): Promise<Answered> {
    const { holds } = this.#tools;
    const done: Acknowledged[] = [];
    for (const [index, { row, change }] of sent.entries()) {
      const outcome = outcomes[index];
      if (outcome) await this.#settleOne({ row, change }, outcome, done);
    }
    const trouble = outcomes.some(({ is }) => is === "later");
    // One change that a server cannot digest must not hold up those that travelled with it.
    if (together && trouble) holds.tellAll("due");
    this.#alone = trouble && (together || this.#alone);
    await this.#acknowledge(done);
    for (const row of orphans(this.#tools.queue.rows, holds.refused())) {
      holds.hold(row.thing, { is: "refused", detail: "orphan", errors: [] });
    }
    const answered = answeredBy(outcomes);
    if (answered === "answered") this.#quiet = 0;
    return answered;
  }

  async #settleOne({ row, change }: Readable, outcome: Outcome, done: Acknowledged[]): Promise<void> {
    const { holds, queue, chance } = this.#tools;
    switch (outcome.is) {
      case "done":
        done.push({ ticket: row, change, answer: outcome.body });
        holds.tell(row.thing, "taken");
        return;
      case "conflict":
      case "refused":
        // The server surely kept nothing of it: from here it may be changed and sent as something new.
        await queue.thaw(row);
        holds.hold(row.thing, heldBy(outcome, change));
        return;
      case "later":
        if (outcome.why === "unavailable") {
          holds.putOff(row.thing, Date.now(), (attempt) => backoff(attempt, chance(), outcome.retryAfterMs));
        }
        return;
      case "signed-out":
    }
  }

  async #acknowledge(done: readonly Acknowledged[]): Promise<void> {
    const { queue, neighbours, onAcknowledged } = this.#tools;
    if (done.length === 0) {
      await queue.look();
      return;
    }
    await queue.settle(done);
    await queue.look(() => onAcknowledged(done));
    neighbours.say({ is: "acknowledged", done });
  }
}

export const unreadableHold: Hold = { is: "refused", detail: "unreadable", errors: [] };

/** What outcomes together mean for the next try. */
function answeredBy(outcomes: readonly Outcome[]): Answered {
  if (outcomes.some(({ is }) => is === "signed-out")) return "signed out";
  const isUnreachable = outcomes.some((each) => each.is === "later" && each.why === "unreachable");
  const isAllLater = outcomes.length > 0 && outcomes.every(({ is }) => is === "later");
  return isUnreachable || isAllLater ? "unanswered" : "answered";
}

/** Only tags have two sides to choose between; anything else that is stale was simply not taken. */
function heldBy(outcome: Hold, { deed }: Change): Hold {
  if (outcome.is === "refused" || isBatchable(deed) || deed === "decide") return outcome;
  return { is: "refused", detail: "stale", errors: [] };
}
