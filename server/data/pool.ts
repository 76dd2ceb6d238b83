import "server-only";
import { Pool } from "pg";
import { env } from "@/server/env";

declare global {
  var glossatorPool: Pool | undefined;
}

/** Milliseconds. Exports and imports raise the statement's limit for themselves. */
const limits = {
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 60_000,
  statement_timeout: 30_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 60_000,
};

/**
 * The one pool of this process, kept across the bundles that Next makes of us.
 *
 * A connection whose server died is dropped when it says so and the next caller gets a new one; the error listeners
 * are there because an unheard "error" event would end the process.
 */
export function pool(): Pool {
  globalThis.glossatorPool ??= open();
  return globalThis.glossatorPool;
}

function open(): Pool {
  const { databaseUrl, poolSize } = env();
  const opened = new Pool({
    connectionString: databaseUrl,
    application_name: "glossator",
    max: poolSize,
    keepAlive: true,
    // Every key begins with the workspace. Of one that has grown since the last ANALYZE the planner believes that it
    // holds a single row, so that any index will do; a plan for workspaces in general takes the right one.
    options: "-c plan_cache_mode=force_generic_plan",
    ...limits,
  });
  const ignore = () => undefined;
  opened.on("error", ignore);
  opened.on("connect", (client) => client.on("error", ignore));
  return opened;
}

/** Ends every connection; the next caller opens a new pool. */
export async function closePool(): Promise<void> {
  const closing = globalThis.glossatorPool;
  globalThis.glossatorPool = undefined;
  await closing?.end();
}
