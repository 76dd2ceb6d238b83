import { createHash } from "node:crypto";
import { v5 } from "uuid";

/**
 * Ids of what one job imports. Begun again after a crash it gives everything the same ids, and everything has its id
 * without anybody looking for it, also what is named before it is read.
 */
export type Ids = {
  /** Of a thing that a file of our own knows by an id: the same first half, so that things stay in their order. */
  kept(id: string): string;
  /** Of the `nth` thing that has no id of its own and hangs on one that has. */
  hanging(id: string, nth: number): string;
  /** Of the `nth` document of the files, and its things one after the other. */
  document(nth: number): () => string;
};

/** @param began milliseconds: what is made is put into order by it */
export function idsOf(jobId: string, began: number): Ids {
  const key = createHash("sha256").update(jobId).digest();
  const [high, low] = [key.readUInt32BE(0) & 0x3fffffff, key.readUInt32BE(4)];
  const rest = key.toString("hex", 8, 14);
  const own: Ids = {
    kept(id) {
      const first = (Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16) ^ high) >>> 0;
      const last = (Number.parseInt(id.slice(28), 16) ^ low) >>> 0;
      const ends = hex(((first & 0x3fffffff) | 0x80000000) >>> 0, 8);
      return `${id.slice(0, 19)}${ends.slice(0, 4)}-${ends.slice(4)}${hex(last, 8)}`;
    },
    hanging(id, nth) {
      const kept = own.kept(id);
      return `${kept.slice(0, 24)}${hex((Number.parseInt(kept.slice(24), 16) + nth + 1) % 2 ** 48, 12)}`;
    },
    document(nth) {
      const time = hex(began + nth, 12);
      let count = 0;
      return () => {
        const [above, below] = [hex(0x7000 | (count >>> 14), 4), hex(0x8000 | (count & 0x3fff), 4)];
        count += 1;
        return `${time.slice(0, 8)}-${time.slice(8)}-${above}-${below}-${rest}`;
      };
    },
  };
  return own;
}

const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");

const namespace = "0c1d6e0a-7f3b-4d0e-9a55-2f8f3f1b6d21";

/** Of somebody without an account, by their name: the same in a project whoever imports them. */
export const idOfExternal = (projectId: string, name: string): string => v5(`${projectId} ${name}`, namespace);
