import { createHmac } from "node:crypto";
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { withClient } from "./database-client.mjs";
import { makeFolder } from "./folder.mjs";
import { makeCluster, refuseOtherMajor } from "./postgres-cluster.mjs";
import { findPostgres } from "./postgres-files.mjs";
import { pidFile, serves, stopLeftBehind } from "./postgres-left-behind.mjs";
import { aboutLocale, makeWithLetters, tidyUp } from "./postgres-letters.mjs";
import { socketFor } from "./postgres-place.mjs";
import { supervise } from "./postgres-server.mjs";
import { secretIn } from "./secret.mjs";

/**
 * Our supervisor of the packaged PostgreSQL server. The caller holds the lock of the data folder, so a server found
 * running there was left behind by somebody who died: it is stopped cleanly and started again as our own child.
 *
 * In the data folder: `postgres/` the cluster, `postgres.secret` (0600), `postgres.log`.
 */

/** @typedef {{ folder: string, say?: (line: string) => void, throwAway?: boolean, passing?: boolean }} Wish `throwAway`: a test's server, which may forget on power loss and whose role may create databases; `passing`: the folder goes if we die */
/** @typedef {{ url: string, adminUrl: string, pid: () => number, kill: () => void, hasten: () => void, stop: () => Promise<void> }} Postgres */

/** Made before the cluster, so that a cluster always has it. */
const secretName = "postgres.secret";

/**
 * Starts the server, making its cluster the first time, and keeps it running until `stop`.
 * @param {Wish} wish @returns {Promise<Postgres>}
 */
export async function startPostgres(wish) {
  makeFolder(resolve(wish.folder));
  const folder = realpathSync(wish.folder);
  const files = findPostgres();
  const secret = secretIn(folder, secretName);
  await stopLeftBehind(folder, { forGood: true });
  await makeCluster(folder, files, secret);
  refuseOtherMajor(folder, files);
  const socket = await socketFor(folder, files);
  const server = supervise({ ...wish, folder }, files, socket);
  try {
    await server.started;
    await makeDatabase(addressOf(socket, "postgres", secret, "postgres"), secret, wish);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: addressOf(socket, "glossator", roleSecret(secret), "glossator"),
    adminUrl: addressOf(socket, "postgres", secret, "postgres"),
    pid: server.pid,
    kill: server.kill,
    hasten: server.hasten,
    stop: server.stop,
  };
}

/**
 * The address of the server that another command keeps running on this folder, if there is one.
 * @param {string} folder
 */
export function runningPostgres(folder) {
  const lock = pidFile(folder);
  if (!lock?.ready || !serves(realpathSync(folder), lock.pid)) return undefined;
  return addressOf(
    { folder: lock.socketFolder, port: lock.port },
    "glossator",
    roleSecret(secretIn(folder, secretName)),
    "glossator",
  );
}

/**
 * The app signs in as a role of its own that owns its database and nothing else.
 * @param {string} secret
 */
const roleSecret = (secret) => createHmac("sha256", secret).update("role glossator").digest("hex");

/** @param {{ folder: string, port: number }} socket @param {string} role @param {string} password @param {string} database */
function addressOf(socket, role, password, database) {
  const host = socket.folder ? `localhost:${socket.port}` : `127.0.0.1:${socket.port}`;
  const over = socket.folder ? `?host=${encodeURIComponent(socket.folder)}` : "";
  return `postgresql://${role}:${password}@${host}/${database}${over}`;
}

/** @param {string} adminUrl @param {string} secret @param {Wish} wish */
async function makeDatabase(adminUrl, secret, { throwAway, say }) {
  await withClient(adminUrl, async (client) => {
    const { rows: roles } = await client.query("select 1 from pg_roles where rolname = 'glossator'");
    const rights = `login ${throwAway ? "createdb" : "nocreatedb"} password '${roleSecret(secret)}'`;
    await client.query("set client_min_messages = warning");
    await client.query(roles.length > 0 ? `alter role glossator ${rights}` : `create role glossator ${rights}`);
    const { rows: found } = await client.query(
      "select datconnlimit as most from pg_database where datname = 'glossator'",
    );
    if (found.length === 0) {
      const lack = aboutLocale(await makeWithLetters(client, "glossator"));
      if (lack) say?.(lack);
    }
    await tidyUp(client);
    // Nobody was let in while it was copied (postgres-copy.mjs), and that was cut short.
    if (found[0]?.most === 0) await client.query("alter database glossator connection limit -1");
  });
}
