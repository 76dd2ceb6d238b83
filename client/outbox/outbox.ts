import type { Ask } from "@/client/api/ask";
import { backoff } from "@/client/outbox/backoff";
import type { Change, NewRow, Row, Thing, Ticket } from "@/client/outbox/change";
import type { Cipher } from "@/client/outbox/cipher";
import { maxOperations } from "@/client/outbox/limits";
import type { Acknowledged, Neighbours } from "@/client/outbox/neighbours";
import { withoutQuotes } from "@/client/outbox/quote-hash";
import { orphans, ready } from "@/client/outbox/ready";
import { askBatch, askVerdicts, type Outcome, operationFor, outcomeOf, requestFor } from "@/client/outbox/request";
import type { Rows } from "@/client/outbox/rows";
import type { OpId, VerdictId } from "@/domain/ids";

/** One waiting change, as the page shows it. */
export type Waiting = { row: Row; change: Change | undefined };
/** What holds a thing up until a person or the time settles it. */
export type Hold =
  | { is: "conflict"; current: unknown }
  | { is: "refused"; detail: string; errors: readonly { field: string; reason: string }[] };
export type Blocked = "offline" | "unavailable" | "signed-out";

export type OutboxState = {
  /** Changes that are not even on this device's disk yet. */
  unsaved: number;
  waiting: readonly Waiting[];
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

type Seen = { version?: number; verdictId?: VerdictId | undefined };

export type Outbox = {
  /** Lays changes down on this device, in order, and starts sending. */
  add(changes: readonly { ticket: Ticket; change: Change }[]): void;
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
  isWaiting(thing: Thing): boolean;
  state(): OutboxState;
  /** Tells nobody any more; resolves when what waits was sent, or when nobody answers. */
  close(): Promise<void>;
};

/** From this many on they travel together; fewer go one by one, each as fast as it can. */
const BATCH_FROM = 5;
const AT_ONCE = 4;

/**
 * Keeps every change on this device until the server has acknowledged it.
 *
 * A change is durable here before it is sent, carries an id made here so that sending twice makes one, and leaves
 * the device only on the server's word. One page of a browser sends at a time.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { user, cipher, ask, neighbours, newOpId, isOnline, isStillMe, onState, onAcknowledged } = options;
  const { rest } = neighbours;
  const { rows } = options;
  const chance = options.chance ?? Math.random;
  const fresh: { ticket: Ticket; change: Change }[] = [];
  const holds = new Map<Thing, Hold>();
  const attempts = new Map<number, number>();
  const later = new Map<Thing, number>();
  const contents = new Map<string, Change>();
  /** What our own changes were acknowledged with. */
  const heard = new Map<Thing, ReturnType<typeof followed>>();
  let writing: readonly { ticket: Ticket; change: Change }[] = [];
  let things: ReadonlySet<Thing> = new Set();
  let waiting: readonly Waiting[] = [];
  let blocked: Blocked | undefined;
  let alone = false;
  let fleeting = false;
  let closed = false;
  let line: Promise<unknown> = Promise.resolve();
  let doubtful = false;
  let sending = false;
  let again = false;
  let tail: Promise<unknown> = Promise.resolve();

  const state = (): OutboxState => ({
    unsaved: fresh.length + writing.length,
    waiting,
    holds: new Map(holds),
    blocked: blocked ?? (later.size > 0 ? "unavailable" : undefined),
    fleeting,
  });
  const tell = () => {
    if (!closed) onState(state());
  };

  /** One thing after another on the device, so that an earlier change never overtakes a later one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result;
  }

  async function opened(row: Row): Promise<Change | undefined> {
    const known = contents.get(row.opId);
    if (known) return known;
    // What we sealed ourselves has the shape of a change.
    const change = (await cipher.open(row.sealed, row.thing)) as Change | undefined;
    if (change) contents.set(row.opId, change);
    return change;
  }

  /** Looks at what lies on the device; `then` runs before anybody is told. */
  async function reload(then?: () => void): Promise<readonly Waiting[]> {
    const { all: allOf, durable } = await rows;
    const all = await allOf(user);
    fleeting = !durable;
    waiting = await Promise.all(all.map(async (row) => ({ row, change: await opened(row) })));
    things = new Set(all.map(({ thing }) => thing));
    const alive = new Set(all.map(({ opId }) => opId as string));
    for (const opId of contents.keys()) if (!alive.has(opId)) contents.delete(opId);
    for (const thing of holds.keys()) if (!all.some((row) => row.thing === thing)) holds.delete(thing);
    for (const { row, change } of waiting) {
      if (!change && !holds.has(row.thing)) holds.set(row.thing, { is: "refused", detail: "unreadable", errors: [] });
    }
    then?.();
    tell();
    return waiting;
  }

  async function layDown(): Promise<void> {
    const batch = fresh.splice(0);
    if (batch.length === 0) return;
    writing = batch;
    try {
      const sealed: NewRow[] = await Promise.all(
        batch.map(async ({ ticket, change }) => {
          const bare = await withoutQuotes(change);
          contents.set(ticket.opId, bare);
          return { ...ticket, user, sealed: await cipher.seal(bare, ticket.thing) };
        }),
      );
      await (await rows).add(sealed.map(followingOurs));
    } catch (problem) {
      fresh.unshift(...batch);
      writing = [];
      tell();
      throw problem;
    }
    await reload(() => {
      writing = [];
    });
    neighbours.say({ is: "changed" });
  }

  /** An earlier change of ours may have been acknowledged while this one was being laid down: it follows that one. */
  function followingOurs(row: NewRow): NewRow {
    const last = heard.get(row.thing);
    const version = Math.max(row.version ?? 0, last?.version ?? 0);
    const verdictId = row.verdictId ?? last?.verdictId;
    return { ...row, version: version > 0 ? version : undefined, ...(verdictId ? { verdictId } : {}) };
  }

  function note(done: readonly Acknowledged[]) {
    for (const { ticket, answer } of done) heard.set(ticket.thing, { ...heard.get(ticket.thing), ...followed(answer) });
  }

  function add(changes: readonly { ticket: Ticket; change: Change }[]) {
    fresh.push(...changes);
    for (const { ticket } of changes) if (holds.get(ticket.thing)?.is === "refused") holds.delete(ticket.thing);
    tell();
    void keepWriting();
  }

  async function keepWriting(attempt = 0): Promise<void> {
    try {
      await inTurn(layDown);
      send();
    } catch {
      // The key or the disk is not there yet: the page still holds the change and says that it is not saved.
      await rest(backoff(attempt, chance()));
      if (!closed) await keepWriting(attempt + 1);
    }
  }

  function send() {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    line = neighbours
      .inLine(drain)
      .catch(() => undefined)
      .finally(() => {
        sending = false;
        if (again) {
          again = false;
          send();
        }
      });
  }

  async function drain(): Promise<void> {
    let quiet = 0;
    await inTurn(() => reload());
    while (true) {
      if (blocked === "signed-out") return;
      if (doubtful) {
        const still = await isStillMe();
        if (still === "no") blocked = "signed-out";
        else if (still === "unknown") blocked = isOnline() ? "unavailable" : "offline";
        doubtful = still !== "yes";
        tell();
        if (still === "unknown" && closed) return;
        if (still === "unknown") await rest(backoff(quiet++, chance()));
        continue;
      }
      const now = Date.now();
      for (const [thing, until] of later) if (until <= now) later.delete(thing);
      const held = new Set<Thing>([...holds.keys(), ...later.keys()]);
      const next = ready(
        waiting.map(({ row }) => row),
        held,
      );
      if (next.length === 0) {
        if (later.size === 0) {
          blocked = undefined;
          break;
        }
        if (closed) return;
        await rest(Math.max(50, Math.min(...later.values()) - now));
        await inTurn(() => reload());
        continue;
      }
      const outcome = await sendSome(next);
      if (outcome === "reached") {
        quiet = 0;
        blocked = undefined;
      } else {
        blocked = outcome === "signed-out" ? "signed-out" : isOnline() ? "unavailable" : "offline";
        tell();
        if (outcome === "signed-out") {
          doubtful = true;
          return;
        }
        if (closed) return;
        await rest(backoff(quiet++, chance()));
      }
    }
    tell();
  }

  /** Sends a handful and settles each for itself; says whether somebody answered. */
  async function sendSome(next: readonly Row[]): Promise<"reached" | "unreachable" | "signed-out"> {
    const first = next[0];
    if (!first) return "reached";
    const here = next.filter(({ reportId }) => reportId === first.reportId);
    const tags = here.filter(({ deed }) => batchable.has(deed));
    const verdicts = here.filter(({ deed }) => deed === "decide");
    const deciding = !alone && verdicts.length > 1;
    const together = deciding || (!alone && tags.length >= BATCH_FROM);
    const some = deciding ? verdicts : tags;
    const chosen = together ? some.slice(0, maxOperations) : next.slice(0, alone ? 1 : AT_ONCE);
    const frozen = await inTurn(async () => (await rows).freeze(chosen.map(({ seq }) => seq)));
    const readable: { row: Row; change: Change }[] = [];
    for (const row of frozen) {
      const change = await opened(row);
      if (change) readable.push({ row, change });
      else holds.set(row.thing, { is: "refused", detail: "unreadable", errors: [] });
    }
    if (readable.length === 0) return "reached";
    const outcomes = deciding
      ? await decideTogether(first.reportId, readable)
      : together
        ? await batch(first.reportId, readable)
        : await singly(readable);
    return settle(readable, outcomes, together);
  }

  async function batch(reportId: string, sent: readonly { row: Row; change: Change }[]): Promise<Outcome[]> {
    return askBatch(
      ask,
      reportId,
      sent.flatMap(({ row, change }) => operationFor(row, change) ?? []),
    );
  }

  /** Decisions made in one go travel in one request; a correction goes alone. */
  async function decideTogether(reportId: string, sent: readonly { row: Row; change: Change }[]): Promise<Outcome[]> {
    const plain = sent.filter(({ change }) => !("change" in change));
    const rest = sent.filter(({ change }) => "change" in change);
    const [alike, alone] = await Promise.all([askVerdicts(ask, reportId, plain), singly(rest)]);
    return sent.flatMap((each) => alike[plain.indexOf(each)] ?? alone[rest.indexOf(each)] ?? []);
  }

  async function singly(sent: readonly { row: Row; change: Change }[]): Promise<Outcome[]> {
    return Promise.all(
      sent.map(async ({ row, change }) => {
        const { method, path, body, headers } = requestFor(row, change);
        return outcomeOf(await ask(method, path, body, headers));
      }),
    );
  }

  async function settle(
    sent: readonly { row: Row; change: Change }[],
    outcomes: readonly Outcome[],
    together: boolean,
  ): Promise<"reached" | "unreachable" | "signed-out"> {
    const done: Acknowledged[] = [];
    let reached: "reached" | "unreachable" | "signed-out" = "reached";
    for (const [index, { row, change }] of sent.entries()) {
      const outcome = outcomes[index];
      if (!outcome) continue;
      switch (outcome.is) {
        case "done":
          done.push({ ticket: row, change, answer: outcome.body });
          attempts.delete(row.seq);
          break;
        case "conflict":
        case "refused":
          // The server surely kept nothing of it: from here it may be changed and sent as something new.
          await inTurn(async () => (await rows).thaw(row.seq, { opId: row.opId }));
          holds.set(row.thing, heldBy(outcome, change));
          break;
        case "later": {
          if (outcome.why === "unreachable") reached = "unreachable";
          else {
            const attempt = attempts.get(row.seq) ?? 0;
            attempts.set(row.seq, attempt + 1);
            later.set(row.thing, Date.now() + backoff(attempt, chance(), outcome.retryAfterMs));
          }
          break;
        }
        case "signed-out":
          reached = "signed-out";
      }
    }
    const trouble = outcomes.some(({ is }) => is === "later");
    // One change that a server cannot digest must not hold up those that travelled with it.
    if (together && trouble) {
      alone = true;
      later.clear();
    } else if (!trouble) alone = false;
    if (outcomes.length > 0 && reached === "reached" && outcomes.every(({ is }) => is === "later")) {
      blocked = "unavailable";
      reached = "unreachable";
    }
    if (done.length > 0) {
      note(done);
      await inTurn(async () =>
        (await rows).settle(done.map(({ ticket, answer }) => ({ row: ticket, ...followed(answer) }))),
      );
      await inTurn(() => reload(() => onAcknowledged(done)));
      neighbours.say({ is: "acknowledged", done });
    }
    if (done.length === 0) await inTurn(() => reload());
    markOrphans();
    return reached;
  }

  function markOrphans() {
    const refused = new Set([...holds].filter(([, { is }]) => is === "refused").map(([thing]) => thing));
    for (const row of orphans(
      waiting.map(({ row }) => row),
      refused,
    )) {
      holds.set(row.thing, { is: "refused", detail: "orphan", errors: [] });
    }
  }

  const stopListening = neighbours.listen((what) => {
    if (what.is === "wake") {
      if (blocked === "signed-out") blocked = undefined;
      send();
      return;
    }
    const done = what.is === "acknowledged" ? what.done : [];
    note(done);
    void inTurn(() => reload(() => done.length > 0 && onAcknowledged(done))).catch(() => undefined);
  });

  return {
    add,
    load: () => inTurn(() => reload()),
    retry() {
      for (const [thing, hold] of holds) if (hold.is === "refused") holds.delete(thing);
      later.clear();
      blocked = undefined;
      neighbours.say({ is: "wake" });
      neighbours.wake();
      tell();
      send();
    },
    doubt() {
      doubtful = true;
    },
    async resubmit(thing, { version, verdictId } = {}) {
      const held = waiting.find(({ row }) => row.thing === thing);
      if (!held) return;
      const { opId } = held.row;
      const fresh = newOpId();
      const change = contents.get(opId);
      if (change) contents.set(fresh, change);
      await inTurn(async () =>
        (await rows).thaw(held.row.seq, {
          opId: fresh,
          ...(version === undefined ? {} : { version }),
          ...(verdictId ? { verdictId } : {}),
        }),
      );
      holds.delete(thing);
      await inTurn(() => reload());
      send();
    },
    async discard(thing) {
      const lost = new Set<Thing>([thing]);
      const all = waiting.map(({ row }) => row);
      for (const row of orphans(all, lost)) lost.add(row.thing);
      for (const each of lost) holds.delete(each);
      await inTurn(async () => (await rows).remove(all.filter((row) => lost.has(row.thing)).map(({ seq }) => seq)));
      await inTurn(() => reload());
      neighbours.say({ is: "changed" });
      return [...lost];
    },
    isWaiting: (thing) => [...fresh, ...writing].some(({ ticket }) => ticket.thing === thing) || things.has(thing),
    state,
    async close() {
      closed = true;
      stopListening();
      neighbours.wake();
      await keepWriting();
      await line;
    },
  };
}

/** Only tags have two sides to choose between; anything else that is stale was simply not taken. */
function heldBy(outcome: Hold, { deed }: Change): Hold {
  if (outcome.is === "refused" || batchable.has(deed) || deed === "decide") return outcome;
  return { is: "refused", detail: "stale", errors: [] };
}

const batchable: ReadonlySet<string> = new Set(["put-annotation", "put-relation", "withdraw"]);

/** The version that an answered thing has now, and the decision that was made; whatever the answer is of. */
function followed(answer: unknown): { version?: number; verdictId?: VerdictId } {
  if (typeof answer !== "object" || answer === null) return {};
  if ("verdict" in answer && "tag" in answer) {
    const { verdict, tag } = answer as { verdict: { id: VerdictId }; tag: { version: number } };
    return { version: tag.version, verdictId: verdict.id };
  }
  return "version" in answer && typeof answer.version === "number" ? { version: answer.version } : {};
}
