import "server-only";
import { randomBytes } from "node:crypto";
import type { Outage } from "@/domain/failure";
import { sql } from "@/server/data/transaction";

/** Bytes that a probe after an outage writes: more than free places in old pages could hold. */
const bulk = 256 * 1024;

/** Whether the database answers and would take changes. Throws when it does not answer. */
export async function probeReading(): Promise<Outage | undefined> {
  const [row] = await sql.rows(
    "select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as read_only",
  );
  return row?.["read_only"] === true ? "read-only" : undefined;
}

/** Writes one small row again, or a large one; throws what the database says when it can't keep it. */
export async function probeWriting({ large }: { large: boolean }): Promise<void> {
  await sql.rows(
    "insert into probe (id, filler) values (1, $1) on conflict (id) do update set at = now(), filler = excluded.filler",
    [large ? randomBytes(bulk) : Buffer.alloc(0)],
  );
}
