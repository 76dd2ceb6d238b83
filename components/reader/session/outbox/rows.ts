import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { NewRow, Row, Sealed } from "@/components/reader/session/outbox/change";
import { merge } from "@/components/reader/session/outbox/merge";
import type { VerdictId } from "@/domain/ids";

export type Draft = { user: string; key: string; sealed: Sealed };

interface Device extends DBSchema {
  changes: { key: number; value: Row; indexes: { user: string; thing: [string, string]; needs: string } };
  drafts: { key: [string, string]; value: Draft };
}

/** What lies on this device for its people, in IndexedDB; a write is on the disk when its promise resolves. */
export type Rows = Awaited<ReturnType<typeof openRows>>;

const durable = { durability: "strict" } as const;

export async function openRows(name = "glossator") {
  const db: IDBPDatabase<Device> = await openDB<Device>(name, 1, {
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
  const changing = () => db.transaction("changes", "readwrite", durable);

  return {
    /** Puts changes into the queue in order, merging each with what waits for the same thing. */
    async add(rows: readonly NewRow[]): Promise<void> {
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

    all: (user: string): Promise<Row[]> => db.getAllFromIndex("changes", "user", user),
    count: (user: string): Promise<number> => db.countFromIndex("changes", "user", user),

    /** Marks rows as sent and answers them as they are now; those taken back meanwhile are left out. */
    async freeze(seqs: readonly number[]): Promise<Row[]> {
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

    /** Forgets acknowledged rows and tells what waits behind each which version it now follows. */
    async settle(done: readonly { row: Row; version?: number | undefined; verdictId?: VerdictId }[]): Promise<void> {
      const tx = changing();
      for (const { row, version, verdictId } of done) {
        await tx.store.delete(row.seq);
        for (const behind of await tx.store.index("thing").getAll([row.user, row.thing])) {
          const follows = {
            ...(version === undefined ? {} : { version }),
            ...(verdictId ? { verdictId } : {}),
          };
          if (!behind.frozen) await tx.store.put({ ...behind, ...follows });
        }
      }
      await tx.done;
    },

    /** Lets a row that the server surely did not take be sent as a new change. */
    async thaw(seq: number, change: Pick<Row, "opId"> & Partial<Pick<Row, "version">>): Promise<void> {
      const tx = changing();
      const row = await tx.store.get(seq);
      if (row) await tx.store.put({ ...row, ...change, frozen: false });
      await tx.done;
    },

    async remove(seqs: readonly number[]): Promise<void> {
      const tx = changing();
      for (const seq of seqs) await tx.store.delete(seq);
      await tx.done;
    },

    draft: (user: string, key: string): Promise<Draft | undefined> => db.get("drafts", [user, key]),
    async keepDraft(draft: Draft): Promise<void> {
      await db.put("drafts", draft);
    },
    async dropDraft(user: string, key: string): Promise<void> {
      await db.delete("drafts", [user, key]);
    },

    /** Leaves nothing of this person behind. */
    async forget(user: string): Promise<void> {
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
