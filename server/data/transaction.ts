import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient, QueryResultRow } from "pg";
import { fail, type Result } from "@/domain/failure";
import type { WorkspaceId } from "@/domain/ids";
import { pool } from "@/server/data/pool";
import { joining, prisma, type Rows } from "@/server/data/prisma";
import { isTaken, isUnreachable, lostARace } from "@/server/data/trouble";
import { outageMet } from "@/server/health/outages";

/**
 * What speaks to the database: the pool, or one transaction. `prisma` is for plain rows, `rows` for SQL; within a
 * transaction both see what the other one wrote. `name` keeps a statement prepared on its connection.
 */
export type Sql = {
  prisma(): Promise<Rows>;
  rows<Row extends QueryResultRow = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    name?: string,
  ): Promise<Row[]>;
};

/** One transaction of one workspace on one connection. */
export type Tx = Sql & { workspaceId: WorkspaceId; client: PoolClient };

const asked = (text: string, values: readonly unknown[], name?: string) =>
  name === undefined ? { text, values: [...values] } : { name, text, values: [...values] };

/** For single statements: each is its own transaction. */
export const sql: Sql = {
  prisma: async () => prisma(),
  async rows<Row extends QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) {
    return (await pool().query<Row>(asked(text, values, name))).rows;
  },
};

/** Attempts at what lost a race: serialization, a deadlock, or somebody who made the same thing. */
const mostAttempts = 4;

/**
 * Runs `work` in one transaction and commits it when its answer is ok; a failure or an exception rolls back.
 *
 * `work` may run again: when it lost a race or its connection died before the commit was sent, nothing of it was kept.
 * Whoever made the same thing at the same time finds it made then. A connection that dies during the commit answers
 * "unavailable": only the client's own repetition with the same id can tell what became of it.
 */
export async function inTransaction<T>(
  workspaceId: WorkspaceId,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const run = await attemptOnce(workspaceId, work);
    if (run.done) return run.result;
    const raced = attempt < mostAttempts && lostARace(run.error);
    const cutOff = attempt === 1 && isUnreachable(run.error) && !run.committing;
    if (!raced && !cutOff) return failed(run.error);
    if (raced) await sleep(Math.random() * 20 * attempt);
  }
}

function failed(error: unknown): Result<never> {
  if (isTaken(error)) return fail({ kind: "conflict", current: null, reason: taken });
  const reason = outageMet(error);
  if (reason === undefined) throw error;
  return fail({ kind: "unavailable", reason });
}

const taken = "There is one like this already. Nothing of yours was written.";

type Run<T> = { done: true; result: Result<T> } | { done: false; error: unknown; committing: boolean };

async function attemptOnce<T>(workspaceId: WorkspaceId, work: (tx: Tx) => Promise<Result<T>>): Promise<Run<T>> {
  let client: PoolClient | undefined;
  let committing = false;
  let broken = false;
  try {
    client = await pool().connect();
    await client.query("begin");
    const joined = joining(client);
    const result = await work(txOn(client, workspaceId, joined.rows)).finally(joined.end);
    committing = result.ok;
    await client.query(result.ok ? "commit" : "rollback");
    return { done: true, result };
  } catch (error) {
    broken = isUnreachable(error) || !(await rolledBack(client));
    return { done: false, error, committing };
  } finally {
    client?.release(broken);
  }
}

/** Whether the connection is usable again. */
async function rolledBack(client: PoolClient | undefined): Promise<boolean> {
  try {
    await client?.query("rollback");
    return true;
  } catch {
    return false;
  }
}

const txOn = (client: PoolClient, workspaceId: WorkspaceId, rows: Sql["prisma"]): Tx => ({
  workspaceId,
  client,
  prisma: rows,
  async rows<Row extends QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) {
    return (await client.query<Row>(asked(text, values, name))).rows;
  },
});
