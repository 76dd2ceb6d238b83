import type { Cipher } from "@/client/outbox/cipher";
import { type Followed, followed } from "@/client/outbox/followed";
import type { Acknowledged } from "@/client/outbox/neighbours";
import type { NewRow, Row } from "@/client/outbox/row";
import type { Rows } from "@/client/outbox/rows";
import { sha256 } from "@/client/outbox/sha256";
import type { Change, Thing, Ticket } from "@/domain/change/change";
import { withoutQuotes } from "@/domain/change/registry";
import type { OpId, VerdictId } from "@/domain/ids";

/** One waiting change, as the page shows it; what it says is missing when this sign-in cannot read it. */
export type Waiting = { row: Row; change: Change | undefined };
export type Readable = { row: Row; change: Change };
export type NewChange = { ticket: Ticket; change: Change };
/** What a person sees of a thing when they send a held change of it again. */
export type Seen = { version?: number; verdictId?: VerdictId | undefined };

type QueueTools = {
  user: string;
  /** What lies on this device; opening it takes a moment. */
  rows: Promise<Rows>;
  cipher: Cipher;
  /** Runs whenever it was looked what lies on the device, before anybody is told. */
  onLook: () => void;
  tell: () => void;
};

/** The changes of one person that wait, on the device and on their way there, as this page knows them. */
export class Queue {
  readonly #tools: QueueTools;
  readonly #fresh: NewChange[] = [];
  readonly #contents = new Map<string, Change>();
  /** What our own changes were acknowledged with. */
  readonly #heard = new Map<Thing, Followed>();
  #writing: readonly NewChange[] = [];
  #waiting: readonly Waiting[] = [];
  #things: ReadonlySet<Thing> = new Set();
  #fleeting = false;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(tools: QueueTools) {
    this.#tools = tools;
  }

  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }

  get rows(): Row[] {
    return this.#waiting.map(({ row }) => row);
  }

  get things(): ReadonlySet<Thing> {
    return this.#things;
  }

  /** Changes that are not even on this device's disk yet. */
  get unsaved(): number {
    return this.#fresh.length + this.#writing.length;
  }

  /** Whether what waits would be lost with this page, because the browser keeps nothing. */
  get fleeting(): boolean {
    return this.#fleeting;
  }

  isWaiting(thing: string): boolean {
    const things: ReadonlySet<string> = this.#things;
    return [...this.#fresh, ...this.#writing].some(({ ticket }) => ticket.thing === thing) || things.has(thing);
  }

  add(changes: readonly NewChange[]): void {
    this.#fresh.push(...changes);
  }

  /** Writes what was added to the disk; answers whether there was anything. Throws while key or disk are not there. */
  layDown(): Promise<boolean> {
    return this.#inTurn(async () => {
      const batch = this.#fresh.splice(0);
      if (batch.length === 0) return false;
      this.#writing = batch;
      try {
        const sealed = await Promise.all(batch.map((each) => this.#sealed(each)));
        await (await this.#tools.rows).add(sealed.map((row) => this.#followingOurs(row)));
      } catch (problem) {
        this.#fresh.unshift(...batch);
        this.#writing = [];
        this.#tools.tell();
        throw problem;
      }
      await this.#look(() => {
        this.#writing = [];
      });
      return true;
    });
  }

  /** Looks at what lies on the device; `then` runs before anybody is told. */
  look(then?: () => void): Promise<readonly Waiting[]> {
    return this.#inTurn(() => this.#look(then));
  }

  /** Marks rows as sent; answers those that can be read, and the things of those that can't. */
  async freeze(rows: readonly Row[]): Promise<{ readable: Readable[]; unreadable: Thing[] }> {
    const frozen = await this.#inTurn(async () => (await this.#tools.rows).freeze(rows.map(({ seq }) => seq)));
    const opened = await Promise.all(frozen.map(async (row) => ({ row, change: await this.#opened(row) })));
    return {
      readable: opened.flatMap(({ row, change }) => (change ? [{ row, change }] : [])),
      unreadable: opened.flatMap(({ row, change }) => (change ? [] : [row.thing])),
    };
  }

  /** Lets a row that the server surely did not take be changed and sent as something new. */
  thaw({ seq, opId }: Row): Promise<void> {
    return this.#inTurn(async () => (await this.#tools.rows).thaw(seq, { opId }));
  }

  /** Makes a new change of a row, on what is seen now. */
  renew({ seq, opId }: Row, fresh: OpId, { version, verdictId }: Seen): Promise<void> {
    const change = this.#contents.get(opId);
    if (change) this.#contents.set(fresh, change);
    const seen = { ...(version === undefined ? {} : { version }), ...(verdictId ? { verdictId } : {}) };
    return this.#inTurn(async () => (await this.#tools.rows).thaw(seq, { opId: fresh, ...seen }));
  }

  /** Forgets what the server has; what waits behind follows it. */
  settle(done: readonly Acknowledged[]): Promise<void> {
    this.hear(done);
    const settled = done.map(({ ticket, answer }) => ({ row: ticket, ...followed(answer) }));
    return this.#inTurn(async () => (await this.#tools.rows).settle(settled));
  }

  remove(rows: readonly Row[]): Promise<void> {
    return this.#inTurn(async () => (await this.#tools.rows).remove(rows.map(({ seq }) => seq)));
  }

  /** Remembers what the server answered, here or on another page. */
  hear(done: readonly Acknowledged[]): void {
    for (const { ticket, answer } of done) {
      this.#heard.set(ticket.thing, { ...this.#heard.get(ticket.thing), ...followed(answer) });
    }
  }

  /** One thing after another on the device, so that an earlier change never overtakes a later one. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  async #look(then?: () => void): Promise<readonly Waiting[]> {
    const { all: allOf, durable } = await this.#tools.rows;
    const all = await allOf(this.#tools.user);
    this.#fleeting = !durable;
    this.#waiting = await Promise.all(all.map(async (row) => ({ row, change: await this.#opened(row) })));
    this.#things = new Set(all.map(({ thing }) => thing));
    const alive = new Set<string>(all.map(({ opId }) => opId));
    for (const opId of this.#contents.keys()) if (!alive.has(opId)) this.#contents.delete(opId);
    this.#tools.onLook();
    then?.();
    this.#tools.tell();
    return this.#waiting;
  }

  async #opened(row: Row): Promise<Change | undefined> {
    const known = this.#contents.get(row.opId);
    if (known) return known;
    const change = await this.#tools.cipher.open(row.sealed, row.thing);
    if (!isChange(change)) return undefined;
    this.#contents.set(row.opId, change);
    return change;
  }

  async #sealed({ ticket, change }: NewChange): Promise<NewRow> {
    const { user, cipher } = this.#tools;
    const bare = await withoutQuotes(change, sha256);
    this.#contents.set(ticket.opId, bare);
    return { ...ticket, user, sealed: await cipher.seal(bare, ticket.thing) };
  }

  /** An earlier change of ours may have been acknowledged while this one was being laid down: it follows that one. */
  #followingOurs(row: NewRow): NewRow {
    const last = this.#heard.get(row.thing);
    const version = Math.max(row.version ?? 0, last?.version ?? 0);
    const verdictId = row.verdictId ?? last?.verdictId;
    return { ...row, version: version > 0 ? version : undefined, ...(verdictId ? { verdictId } : {}) };
  }
}

/** What we sealed ourselves is a change. */
const isChange = (opened: unknown): opened is Change =>
  typeof opened === "object" && opened !== null && "deed" in opened;
