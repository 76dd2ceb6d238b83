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
 *     await prepare();                             // installed, generated, built
 *     await seedDemo(database.url);                // only for the demo's people and reports
 *     const app = await startApp({ databaseUrl: database.url });
 *     …app.url, app.pid(), app.kill(), await app.stop()…
 *
 * `kill` is `kill -9`; both come back by themselves at the same address. Nothing outlives the process that began it.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { migrate } from "./migrations.mjs";
import { startPostgres } from "./postgres.mjs";
import { freePort } from "./postgres-place.mjs";
import { endRunning } from "./process.mjs";
import { tell } from "./say.mjs";
import { serve } from "./serve.mjs";

export { seedDemo } from "./first-start.mjs";

/**
 * @param {{ dataFolder?: string, durable?: boolean }} [options]
 * `dataFolder`: kept after `stop` (default: a temporary folder, removed); `durable`: survives power loss as in production
 * @returns {Promise<import("./postgres.mjs").Postgres>} `url` is migrated and may create databases; `kill` is `kill -9`, after which the server comes back under the same address
 */
export async function startDatabase({ dataFolder, durable = false } = {}) {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), "glossator-test-"));
  const forget = () => dataFolder ?? rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startPostgres({ folder, throwAway: !durable, passing: !dataFolder });
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

/** Installs, generates and builds what is missing or stale. */
export async function prepare() {
  await ensureInstalled({ development: true });
  await ensureGenerated();
  await ensureBuilt();
}

/**
 * @param {{ databaseUrl: string, port?: number, demoEntry?: boolean, env?: Record<string, string | undefined> }} options
 * `port`: a free one unless given; `env` goes over what the app gets anyway
 * @returns {Promise<import("./serve.mjs").App>} once it is ready
 */
export async function startApp({ databaseUrl, port, demoEntry = true, env = {} }) {
  const at = port ?? (await freePort());
  return serve({
    build: await ensureBuilt(),
    port: at,
    host: "127.0.0.1",
    url: `http://localhost:${at}`,
    databaseUrl,
    secret: randomBytes(32).toString("hex"),
    demoEntry,
    env,
  });
}

async function serveDatabase() {
  /** @type {import("./postgres.mjs").Postgres | undefined} */
  let database;
  const stop = () => {
    endRunning();
    void database?.stop().then(() => process.exit());
  };
  process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", stop);
  database = await startDatabase();
  process.stdout.write(`GLOSSATOR_TEST_DATABASE_URL=${database.url}\n`);
  setInterval(() => undefined, 2 ** 30);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await tell(serveDatabase);
