import { existsSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "./database-client.mjs";
import { giveLetters, lackOfLetters } from "./database-letters.mjs";
import { makeFolder } from "./folder.mjs";
import { holderOf, take } from "./lock.mjs";
import { migrate } from "./migrations.mjs";
import { runningPostgres, startPostgres } from "./postgres.mjs";
import { isAlive } from "./process.mjs";
import { Sorry, say, step } from "./say.mjs";

/** The database that the settings ask for: the embedded one, or the operator's at DATABASE_URL. */

/** @typedef {import("./settings.mjs").Settings} Settings */
/** @typedef {{ url: string, pid?: () => number, hasten: () => void, stop: () => Promise<void> }} Database */

const oldestServer = 15;
/** As long as an app may drain (`serve.mjs`) and a database may stop after it. */
const endPatience = 45_000;

/**
 * Takes the data folder for this process alone; waits for one that is just ending there.
 * @param {string} folder @param {(line: string) => void} [tell]
 * @returns {Promise<import("./lock.mjs").Turn>}
 */
export async function takeDataFolder(folder, tell) {
  makeFolder(folder);
  const path = lockIn(folder);
  const onWait = (/** @type {import("./lock.mjs").Holder} */ { pid }) =>
    tell?.(`Glossator is just ending on ${folder} (process ${pid}): waiting for it.`);
  const turn = await take(path, { patience: isEnding(holderOf(path)) ? endPatience : 0, onWait });
  if ("release" in turn) return turn;
  throw new Sorry(
    `Glossator is already running on ${folder} (process ${turn.holder.pid}): use that one, stop it, or set GLOSSATOR_DATA to another folder.`,
  );
}

/** Told to end, or its npm is gone, which it notices in a moment. @param {import("./lock.mjs").Holder | undefined} holder */
const isEnding = (holder) => holder !== undefined && (holder.isEnding === true || !isAlive(holder.parent));

/** Whether the last one on this folder was killed before it could tidy up. @param {string} folder */
export const wasLeftBehind = (folder) => existsSync(lockIn(folder)) && !holderOf(lockIn(folder));

/** @param {string} folder */
const lockIn = (folder) => join(folder, "lock");

/**
 * Starts or reaches the database and brings it to the schema. The caller holds the data folder.
 * @param {Settings} settings @param {(line: string) => void} tell
 * @param {{ migrates?: boolean }} [options] `migrates`: false leaves the schema as it is
 * @returns {Promise<Database>}
 */
export async function openDatabase({ databaseUrl, dataFolder }, tell, { migrates = true } = {}) {
  const database = databaseUrl
    ? await step("Reaching the database", () => reach(databaseUrl))
    : await step("Starting the database", () => startPostgres({ folder: dataFolder, say: tell }));
  try {
    if (migrates) await step("Applying migrations", () => migrate(database.url));
    if (migrates) await lookAtLetters(database, tell);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** @param {Database & { adminUrl?: string }} database @param {(line: string) => void} tell */
async function lookAtLetters({ url, adminUrl }, tell) {
  if (adminUrl) return giveLetters({ url, adminUrl }, { say: tell });
  const lack = await withClient(url, lackOfLetters);
  if (lack) tell(lack);
}

/**
 * The database of the running installation, or that of the stopped one, started for as long as it is needed.
 * @param {Settings} settings @param {{ migrates?: boolean }} [options]
 * @returns {Promise<Database>}
 */
export async function joinDatabase(settings, options) {
  const { databaseUrl, dataFolder } = settings;
  const holder = holderOf(lockIn(dataFolder));
  const running = databaseUrl ?? (holder && !isEnding(holder) && runningPostgres(dataFolder));
  if (running) return reach(running);
  const turn = await takeDataFolder(dataFolder, say);
  try {
    const database = await openDatabase(settings, () => undefined, options);
    return { ...database, stop: () => database.stop().finally(turn.release) };
  } catch (error) {
    turn.release();
    throw error;
  }
}

/** @param {string} url @returns {Promise<Database>} */
async function reach(url) {
  const version = (/** @type {import("pg").Client} */ client) => client.query("show server_version_num");
  try {
    const { rows } = await withClient(url, version, { connectionTimeoutMillis: 10_000 });
    refuseOldServer(Number(rows[0].server_version_num));
  } catch (error) {
    throw error instanceof Sorry ? error : unreachable(url, error);
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
