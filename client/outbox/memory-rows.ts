import { merge } from "@/client/outbox/merge";
import type { Row } from "@/client/outbox/row";
import { type Draft, following, type Rows } from "@/client/outbox/rows";

/** The same queue for a browser that keeps nothing for a page: it lasts as long as the page does. */
export function memoryRows(): Rows {
  let rows: Row[] = [];
  let last = 0;
  const drafts = new Map<string, Draft>();
  const replaced = (seq: number, to: (row: Row) => Row) => {
    rows = rows.map((row) => (row.seq === seq ? to(row) : row));
  };

  return {
    durable: false,
    async add(more) {
      for (const next of more) {
        const waiting = rows.filter(({ user, thing }) => user === next.user && thing === next.thing);
        const needed = rows.some(({ needs }) => needs.includes(next.thing));
        const { replace, drop = [], append } = merge(waiting, next, needed);
        rows = rows.filter((row) => !drop.includes(row));
        if (replace) replaced(replace.seq, () => replace);
        if (append) rows.push({ ...next, frozen: false, seq: ++last });
      }
    },
    all: async (user) => rows.filter((row) => row.user === user),
    count: async (user) => rows.filter((row) => row.user === user).length,
    async freeze(seqs) {
      for (const seq of seqs) replaced(seq, (row) => ({ ...row, frozen: true }));
      return rows.filter(({ seq }) => seqs.includes(seq));
    },
    async settle(done) {
      for (const each of done) {
        rows = rows.filter(({ seq }) => seq !== each.row.seq);
        for (const { seq, thing, frozen } of rows) {
          if (thing === each.row.thing && !frozen) replaced(seq, (row) => ({ ...row, ...following(each) }));
        }
      }
    },
    thaw: async (seq, change) => replaced(seq, (row) => ({ ...row, ...change, frozen: false })),
    async remove(seqs) {
      rows = rows.filter(({ seq }) => !seqs.includes(seq));
    },
    draft: async (_user, key) => drafts.get(key),
    async keepDraft(draft) {
      drafts.set(draft.key, draft);
    },
    async dropDraft(_user, key) {
      drafts.delete(key);
    },
    async forget() {
      rows = [];
      drafts.clear();
    },
    close: () => undefined,
  };
}
