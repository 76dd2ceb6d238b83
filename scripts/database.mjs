import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./folder.mjs";
import { holderOf, take } from "./lock.mjs";
import { migrate } from "./migrations.mjs";
import { runningPostgres, startPostgres } from "./postgres.mjs";
import { isAlive } from "./process.mjs";
import { Sorry, step } from "./say.mjs";

/** The database that the settings ask for: the embedded one, or the operator's at DATABASE_URL. */

/** @typedef {import("./settings.mjs").Settings} Settings */
/** @typedef {{ url: string, pid?: () => number, hasten: () => void, stop: () => Promise<void> }} Database */

const oldestServer = 15;
const lockPatience = 20_000;

/**
 * Takes the data folder for this process alone.
 * @param {string} folder
 * @returns {Promise<() => void>} gives it back
 */
export async function takeDataFolder(folder) {
  makeFolder(folder);
  const path = lockIn(folder);
  const holder = holderOf(path);
  const isEnding = holder !== undefined && !isAlive(holder.parent);
  const turn = await take(path, { patience: isEnding ? lockPatience : 0 });
  if ("release" in turn) return turn.release;
  throw new Sorry(
    `Glossator is already running on ${folder} (process ${turn.holder.pid}): use that one, stop it, or set GLOSSATOR_DATA to another folder.`,
  );
}

/** Whether the last one on this folder was killed before it could tidy up. @param {string} folder */
export const wasLeftBehind = (folder) => existsSync(lockIn(folder)) && !holderOf(lockIn(folder));

/** @param {string} folder */
const lockIn = (folder) => join(folder, "lock");

/**
 * Starts or reaches the database and brings it to the schema. The caller holds the data folder.
 * @param {Settings} settings @param {(line: string) => void} say
 * @returns {Promise<Database>}
 */
export async function openDatabase({ databaseUrl, dataFolder }, say) {
  const database = databaseUrl
    ? await step("Reaching the database", () => reach(databaseUrl))
    : await step("Starting the database", () => startPostgres({ folder: dataFolder, say }));
  try {
    await step("Applying migrations", () => migrate(database.url));
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/**
 * The database of the running installation, or that of the stopped one, started for as long as it is needed.
 * @param {Settings} settings
 * @returns {Promise<Database>}
 */
export async function joinDatabase(settings) {
  const { databaseUrl, dataFolder } = settings;
  const running = databaseUrl ?? (holderOf(lockIn(dataFolder)) && runningPostgres(dataFolder));
  if (running) return reach(running);
  const release = await takeDataFolder(dataFolder);
  try {
    const database = await openDatabase(settings, () => undefined);
    return { ...database, stop: () => database.stop().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

/** @param {string} url @returns {Promise<Database>} */
async function reach(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("show server_version_num");
    refuseOldServer(Number(rows[0].server_version_num));
  } catch (error) {
    throw error instanceof Sorry ? error : unreachable(url, error);
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, hasten: () => undefined, stop: async () => undefined };
}

/** @param {number} version like 150004 */
export function refuseOldServer(version) {
  const major = Math.floor(version / 10_000);
  if (major >= oldestServer) return;
  throw new Sorry(
    `The server at DATABASE_URL is PostgreSQL ${major} and Glossator needs ${oldestServer} or newer: upgrade it, or leave DATABASE_URL unset to use the packaged one.`,
  );
}

/**
 * @param {string} url @param {unknown} error
 * @returns {Sorry} without the password
 */
export function unreachable(url, error) {
  const { code = "", message = "" } = /** @type {{ code?: string, message?: string }} */ (error);
  const place = url.replace(/^\w+:\/\/(?:[^@/]*@)?/, "").replace(/\?.*$/, "");
  const remedy = /** @type {Record<string, string>} */ ({
    ECONNREFUSED: "nothing listens there: start the server or correct DATABASE_URL",
    ENOENT: "there is no such socket: start the server or correct DATABASE_URL",
    ENOTFOUND: "the host's name is unknown: correct DATABASE_URL",
    EAI_AGAIN: "the host's name can't be looked up: correct DATABASE_URL or repair the network",
    "28P01": "it refuses the password: correct DATABASE_URL",
    28000: "it refuses this user: correct DATABASE_URL or its pg_hba.conf",
    "3D000": "it has no such database: create it (`createdb glossator`) or correct DATABASE_URL",
    53300: "it has no connection left: raise its max_connections",
    "57P03": "it is starting or stopping: wait a moment and start again",
  })[code];
  return new Sorry(
    `The database at ${place} can't be reached; ${remedy ?? `it says "${message}": start the server or correct DATABASE_URL`}.`,
    { cause: error },
  );
}
