/**
 * A database and a running app of their own, for tests, journeys and benchmarks.
 *
 * A fresh migrated test database:
 *
 *     const database = await startDatabase();      // a throw-away server in a temporary folder
 *     …database.url…; await database.stop();
 *
 * From the shell, until Ctrl-C: `node scripts/stack.mjs`, which prints `GLOSSATOR_TEST_DATABASE_URL=…`.
 * `vitest --project rows` starts one by itself when that variable is not set.
 *
 * The production build, served and restarted when it dies, just like `npm start` does it:
 *
 *     const app = await startApp({ databaseUrl: database.url });
 *     …app.url, app.pid(), app.kill(), await app.stop()…
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { migrate } from "./migrations.mjs";
import { startPostgres } from "./postgres.mjs";
import { tell } from "./say.mjs";

/**
 * @param {{ dataFolder?: string, durable?: boolean }} [options]
 * `dataFolder`: kept after `stop` (default: a temporary folder, removed); `durable`: survives power loss as in production
 * @returns {Promise<import("./postgres.mjs").Postgres>} `url` is migrated and may create databases; `kill` is `kill -9`, after which the server comes back under the same address
 */
export async function startDatabase({ dataFolder, durable = false } = {}) {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), "glossator-test-"));
  const forget = () => dataFolder ?? rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startPostgres({ folder, throwAway: !durable });
    const stop = async () => {
      await server.stop();
      forget();
    };
    try {
      await migrate(server.url);
    } catch (error) {
      await stop();
      throw error;
    }
    return { ...server, stop };
  } catch (error) {
    forget();
    throw error;
  }
}

async function serveDatabase() {
  const database = await startDatabase();
  const stop = () => void database.stop().then(() => process.exit());
  process.once("SIGINT", stop).once("SIGTERM", stop).once("SIGHUP", stop);
  process.stdout.write(`GLOSSATOR_TEST_DATABASE_URL=${database.url}\n`);
  setInterval(() => undefined, 2 ** 30);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await tell(serveDatabase);
