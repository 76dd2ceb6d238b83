import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { merge } from "@/client/outbox/merge";
import type { NewRow, Row, Sealed } from "@/client/outbox/row";
import type { VerdictId } from "@/domain/ids";

export type Draft = { user: string; key: string; sealed: Sealed };

interface Device extends DBSchema {
  changes: { key: number; value: Row; indexes: { user: string; thing: [string, string]; needs: string } };
  drafts: { key: [string, string]; value: Draft };
}

/** What lies on this device for its people. */
export type Rows = {
  /** Whether it outlives the page: a write is on the disk when its promise resolves. */
  durable: boolean;
  /** Puts changes into the queue in order, merging each with what waits for the same thing. */
  add(rows: readonly NewRow[]): Promise<void>;
  all(user: string): Promise<Row[]>;
  count(user: string): Promise<number>;
  /** Marks rows as sent and answers them as they are now; those taken back meanwhile are left out. */
  freeze(seqs: readonly number[]): Promise<Row[]>;
  /** Forgets acknowledged rows and tells what waits behind each which version it now follows. */
  settle(done: readonly Settled[]): Promise<void>;
  /** Lets a row that the server surely did not take be sent as a new change. */
  thaw(seq: number, change: Pick<Row, "opId"> & Partial<Pick<Row, "version" | "verdictId">>): Promise<void>;
  remove(seqs: readonly number[]): Promise<void>;
  draft(user: string, key: string): Promise<Draft | undefined>;
  keepDraft(draft: Draft): Promise<void>;
  dropDraft(user: string, key: string): Promise<void>;
  /** Leaves nothing of this person behind. */
  forget(user: string): Promise<void>;
  close(): void;
};

export type Settled = { row: Row; version?: number | undefined; verdictId?: VerdictId };

/** What a row learns from the acknowledgement of the one before it. */
export const following = ({ version, verdictId }: Settled) => ({
  ...(version === undefined ? {} : { version }),
  ...(verdictId ? { verdictId } : {}),
});

const durable = { durability: "strict" } as const;

const openDevice = (name: string): Promise<IDBPDatabase<Device>> =>
  openDB<Device>(name, 1, {
    upgrade(fresh) {
      const changes = fresh.createObjectStore("changes", { keyPath: "seq", autoIncrement: true });
      changes.createIndex("user", "user");
      changes.createIndex("thing", ["user", "thing"]);
      changes.createIndex("needs", "needs", { multiEntry: true });
      fresh.createObjectStore("drafts", { keyPath: ["user", "key"] });
    },
    // A newer page wants to change the shape: let it, this one opens again when it needs to.
    blocking: (_current, _next, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });

/** The queue in IndexedDB; throws where a browser does not let a page keep anything. */
export async function openRows(name = "glossator"): Promise<Rows> {
  const db = await openDevice(name);
  const changing = () => db.transaction("changes", "readwrite", durable);

  return {
    durable: true,
    async add(rows) {
      const tx = changing();
      for (const row of rows) {
        const waiting = await tx.store.index("thing").getAll([row.user, row.thing]);
        const needed = (await tx.store.index("needs").count(row.thing)) > 0;
        const { replace, drop = [], append } = merge(waiting, row, needed);
        for (const dropped of drop) await tx.store.delete(dropped.seq);
        if (replace) await tx.store.put(replace);
        // The queue numbers its rows itself; the type of the store only knows numbered ones.
        if (append) await tx.store.add({ ...row, frozen: false } as Row);
      }
      await tx.done;
    },

    all: (user) => db.getAllFromIndex("changes", "user", user),
    count: (user) => db.countFromIndex("changes", "user", user),

    async freeze(seqs) {
      const tx = changing();
      const frozen: Row[] = [];
      for (const seq of seqs) {
        const row = await tx.store.get(seq);
        if (!row) continue;
        if (!row.frozen) await tx.store.put({ ...row, frozen: true });
        frozen.push({ ...row, frozen: true });
      }
      await tx.done;
      return frozen;
    },

    async settle(done) {
      const tx = changing();
      for (const each of done) {
        await tx.store.delete(each.row.seq);
        for (const behind of await tx.store.index("thing").getAll([each.row.user, each.row.thing])) {
          if (!behind.frozen) await tx.store.put({ ...behind, ...following(each) });
        }
      }
      await tx.done;
    },

    async thaw(seq, change) {
      const tx = changing();
      const row = await tx.store.get(seq);
      if (row) await tx.store.put({ ...row, ...change, frozen: false });
      await tx.done;
    },

    async remove(seqs) {
      const tx = changing();
      for (const seq of seqs) await tx.store.delete(seq);
      await tx.done;
    },

    draft: (user, key) => db.get("drafts", [user, key]),
    async keepDraft(draft) {
      await db.put("drafts", draft);
    },
    async dropDraft(user, key) {
      await db.delete("drafts", [user, key]);
    },

    async forget(user) {
      const tx = db.transaction(["changes", "drafts"], "readwrite", durable);
      for (const seq of await tx.objectStore("changes").index("user").getAllKeys(user)) {
        await tx.objectStore("changes").delete(seq);
      }
      await tx.objectStore("drafts").delete(IDBKeyRange.bound([user], [user, []]));
      await tx.done;
    },

    close: () => db.close(),
  };
}
