import "server-only";
import type { QueryResultRow } from "pg";
import { pool } from "@/server/data/pool";
import { joining } from "@/server/data/prisma";
import type { Sql } from "@/server/data/transaction";

export type Snapshot = Sql & {
  /** By which another connection can take the same view, while this one holds it. */
  share(): Promise<string>;
  end(): Promise<void>;
};

/** Milliseconds a slow reader may let a snapshot wait for its next page. */
const patience = 10 * 60_000;

/** One unchanging view of the database on a connection of its own, which `end` gives back; call it once, always. */
export async function openSnapshot(): Promise<Snapshot> {
  const client = await pool().connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    await client.query("set local statement_timeout = 0");
    await client.query(`set local idle_in_transaction_session_timeout = ${patience}`);
  } catch (error) {
    client.release(true);
    throw error;
  }
  const joined = joining(client);
  return {
    prisma: joined.rows,
    async rows<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) {
      return (await client.query<Row>(text, [...values])).rows;
    },
    async share() {
      const { rows } = await client.query<{ id: string }>("select pg_export_snapshot() as id");
      return rows[0]?.id ?? "";
    },
    async end() {
      try {
        await joined.end();
        await client.query("rollback");
        client.release();
      } catch {
        client.release(true);
      }
    },
  };
}
