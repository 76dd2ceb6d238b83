import { interrupted, waitFor } from "./process.mjs";
import { Sorry, say } from "./say.mjs";

/**
 * One connection for as long as `work` lasts. It ends with the first Ctrl-C, whatever the database is doing; what was
 * not committed by then is not kept.
 * @template T
 * @param {string} url @param {(client: import("pg").Client) => Promise<T>} work
 * @param {import("pg").ClientConfig} [options]
 * @returns {Promise<T>}
 */
export async function withClient(url, work, options = {}) {
  const { default: pg } = await import("pg");
  interrupted.throwIfAborted();
  const client = new pg.Client({ connectionString: url, ...options });
  // Its own `end` waits for a server that may never answer.
  const end = () => streamOf(client).destroy();
  client.on("error", () => undefined);
  interrupted.addEventListener("abort", end, { once: true });
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    interrupted.throwIfAborted();
    throw error;
  } finally {
    interrupted.removeEventListener("abort", end);
    await client.end().catch(() => undefined);
  }
}

/** @param {import("pg").Client} client @returns {import("node:net").Socket} */
const streamOf = (client) =>
  /** @type {import("pg").Client & { connection: { stream: import("node:net").Socket } }} */ (client).connection.stream;

/** What only one start does to a database at a time. Any numbers, the same for all. */
export const locks = { migrations: 7_146_018_402, firstStart: 7_146_018_403 };
const patience = 10 * 60_000;

/**
 * Takes a lock for as long as this connection lives, and says for whom it waits.
 * @param {import("pg").Client} client @param {number} lock @param {string} what the others may be doing
 * @param {{ shared?: boolean }} [options] `shared`: with everybody who shares it too
 */
export async function inTurn(client, lock, what, { shared = false } = {}) {
  let told = false;
  const take = shared ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock";
  const taken = async () => {
    const { rows } = await client.query(`select ${take}($1) as mine`, [lock]);
    if (!rows[0].mine && !told) say(`Somebody else is ${what}: waiting for them.`);
    told ||= !rows[0].mine;
    return rows[0].mine;
  };
  if (await waitFor(taken, patience, 200)) return;
  throw new Sorry(`Somebody else has been ${what} for ten minutes: stop them and start again.`);
}
