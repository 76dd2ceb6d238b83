import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lastWill } from "./last-will.mjs";
import { findPostgres } from "./postgres-files.mjs";
import { isAlive, run, until } from "./process.mjs";
import { Sorry } from "./say.mjs";
import { secretIn } from "./secret.mjs";

/**
 * Our supervisor of the packaged PostgreSQL server. The caller holds the lock of the data folder, so a server found
 * running there was left behind by somebody who died: it is stopped cleanly and started again as our own child.
 *
 * In the data folder: `postgres/` the cluster, `postgres.secret` (0600), `postgres.log`.
 */

/** @typedef {import("./postgres-files.mjs").PostgresFiles} PostgresFiles */
/** @typedef {{ folder: string, say?: (line: string) => void, throwAway?: boolean, passing?: boolean }} Wish `throwAway`: a test's server, which may forget on power loss and whose role may create databases; `passing`: the folder goes if we die */
/** @typedef {{ url: string, adminUrl: string, pid: () => number, kill: () => void, hasten: () => void, stop: () => Promise<void> }} Postgres */

const port = 5432;
const startPatience = 15_000;
const recoveryPatience = 10 * 60_000;
const stopPatience = 20_000;
const restartDelays = [0, 200, 500, 1000, 2000, 5000];
const healthyAfter = 60_000;
/** What an app that lost its parent gets to drain (scripts/end-with-parent.mjs), before its database stops. */
const drainSeconds = 6;
/** `sun_path` holds 104 bytes on macOS and 108 on Linux, with a final NUL. */
const longestSocketPath = 103;
/** Made before the cluster, so that a cluster always has it. */
const secretName = "postgres.secret";
/** The server finds its folder as its own working folder, so folders above that its account can't enter don't matter. */
const workingFolder = "/proc/self/cwd";

/**
 * Starts the server, making its cluster the first time, and keeps it running until `stop`.
 * @param {Wish} wish @returns {Promise<Postgres>}
 */
export async function startPostgres(wish) {
  mkdirSync(wish.folder, { recursive: true, mode: 0o700 });
  const folder = realpathSync(wish.folder);
  const files = findPostgres();
  const secret = secretIn(folder, secretName);
  const old = pidFile(folder)?.socketFolder ?? "";
  await stopLeftBehind(folder);
  if (/\/glossator-\w{6}$/.test(old)) rmSync(old, { recursive: true, force: true });
  await makeCluster(folder, files, secret);
  refuseOtherMajor(folder, files);
  const socket = await socketFor(folder, files);
  const server = supervise({ ...wish, folder }, files, socket);
  try {
    await server.started;
    await makeDatabase(addressOf(socket, "postgres", secret, "postgres"), secret, wish.throwAway === true);
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

/** @param {string} folder */
const clusterIn = (folder) => join(folder, "postgres");

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

/** @param {string} folder @param {PostgresFiles} files @param {string} secret */
async function makeCluster(folder, files, secret) {
  const cluster = clusterIn(folder);
  if (existsSync(cluster)) return;
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  own(draft, files);
  const passwordFile = join(draft, "..", "postgres.initial");
  try {
    const { code, output } = await initialise(draft, files, secret, passwordFile);
    if (code !== 0) throw notInitialised(output, folder);
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @param {string} draft @param {PostgresFiles} files @param {string} secret @param {string} passwordFile */
async function initialise(draft, files, secret, passwordFile) {
  writeFileSync(passwordFile, `${secret}\n`, { mode: 0o600 });
  own(passwordFile, files);
  const password = openSync(passwordFile, "r");
  const onUnix = process.platform !== "win32";
  const args = ["-D", pathSeenBy(files, draft), "-U", "postgres", "-E", "UTF8", "-A", "scram-sha-256"];
  args.push(
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
  );
  args.push(`--pwfile=${onUnix ? "/dev/fd/3" : passwordFile}`);
  try {
    return await run(join(files.bin, "initdb"), args, {
      ...placeOf(draft, files),
      stdio: ["ignore", "pipe", "pipe", ...(onUnix ? [password] : [])],
    });
  } finally {
    closeSync(password);
  }
}

/** @param {string} output @param {string} folder */
function notInitialised(output, folder) {
  if (/No space left|Disk quota/.test(output)) {
    return new Sorry(`The disk is full at ${folder}: make room (about 100 MB) and start again.`, { details: output });
  }
  const sentence = `The database could not be made in ${folder}: see the lines above, or set DATABASE_URL to a PostgreSQL 15 or newer.`;
  return new Sorry(sentence, { details: output });
}

/** @param {string} folder @param {PostgresFiles} files */
function refuseOtherMajor(folder, files) {
  const made = Number(readFileSync(join(clusterIn(folder), "PG_VERSION"), "utf8"));
  if (made === files.major) return;
  throw new Sorry(
    `The database in ${folder} was made by PostgreSQL ${made} and this version of Glossator brings PostgreSQL ${files.major}, which can't read it: nothing was changed; start the version that made it, or set DATABASE_URL to a PostgreSQL ${made} server that holds a copy.`,
  );
}

/**
 * A Unix socket beside the data where its path is short enough and the account can reach it, else in a short folder of
 * the system's; loopback on Windows.
 * @param {string} folder @param {PostgresFiles} files
 */
async function socketFor(folder, files) {
  if (process.platform === "win32") return { folder: "", port: await freePort() };
  if (files.account || !socketPathFits(folder)) {
    const short = mkdtempSync(
      join(socketPathFits(join(tmpdir(), "glossator-123456")) ? tmpdir() : "/tmp", "glossator-"),
    );
    own(short, files);
    return { folder: short, port, passing: true };
  }
  return { folder, port };
}

/** @param {string} folder */
export function socketPathFits(folder) {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= longestSocketPath;
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}

/** @param {string} path @param {PostgresFiles} files */
function own(path, files) {
  if (files.account) chownSync(path, files.account.uid, files.account.gid);
}

/** @param {PostgresFiles} files @param {string} path */
const pathSeenBy = (files, path) => (files.account && existsSync(workingFolder) ? workingFolder : path);

/** Where and as whom a server program runs; it inherits nothing of our environment. @param {string} cluster @param {PostgresFiles} files */
function placeOf(cluster, files) {
  const account = files.account ? { uid: files.account.uid, gid: files.account.gid } : {};
  const env =
    process.platform === "win32" ? process.env : { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
  return { cwd: cluster, env, windowsHide: true, ...account };
}

/**
 * @param {Wish} wish @param {PostgresFiles} files @param {{ folder: string, port: number, passing?: boolean }} socket
 */
function supervise(wish, files, socket) {
  const cluster = clusterIn(wish.folder);
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  let stopping = false;
  let failures = 0;

  const launch = async () => {
    const began = Date.now();
    for (;;) {
      child = spawnServer(wish, files, socket);
      writeWill(child, wish, cluster, socket);
      const failure = await readiness(child, wish.folder);
      if (!failure || stopping) return;
      if (!failure.passing || Date.now() - began > startPatience) throw failure.sorry;
      await sleep(200);
      await stopLeftBehind(wish.folder);
    }
  };

  const keepRunning = () => {
    const lived = Date.now();
    child?.once("exit", async (_, signal) => {
      if (stopping) return;
      failures = Date.now() - lived > healthyAfter ? 0 : failures;
      for (;;) {
        wish.say?.(`The database stopped unexpectedly${signal ? ` (${signal})` : ""}; starting it again.`);
        await sleep(restartDelays[Math.min(failures++, restartDelays.length - 1)]);
        if (stopping) return;
        try {
          await launch();
          if (stopping) return child?.kill("SIGINT");
          wish.say?.("The database is back.");
          return keepRunning();
        } catch (error) {
          wish.say?.(error instanceof Error ? error.message : String(error));
        }
      }
    });
  };

  return {
    started: launch().then(keepRunning),
    pid: () => child?.pid ?? 0,
    kill: () => void child?.kill("SIGKILL"),
    hasten: () => void child?.kill("SIGQUIT"),
    stop: async () => {
      stopping = true;
      if (child?.pid && child.exitCode === null && child.signalCode === null) await end(child.pid, files, cluster);
      if (socket.passing) rmSync(socket.folder, { recursive: true, force: true });
    },
  };
}

/**
 * @param {import("node:child_process").ChildProcess} child @param {Wish} wish @param {string} cluster
 * @param {{ folder: string, passing?: boolean }} socket
 */
function writeWill(child, wish, cluster, socket) {
  if (!child.pid) return;
  const folders = [...(socket.passing ? [socket.folder] : []), ...(wish.passing ? [wish.folder] : [])];
  child.once("exit", lastWill({ pid: child.pid, cluster, patience: wish.throwAway ? 0 : drainSeconds, folders }));
}

/** @param {Wish} wish @param {PostgresFiles} files @param {{ folder: string, port: number }} socket */
function spawnServer(wish, files, socket) {
  const cluster = clusterIn(wish.folder);
  const log = openSync(logOf(wish.folder), "a", 0o600);
  const settings = {
    listen_addresses: socket.folder ? "" : "127.0.0.1",
    port: socket.port,
    unix_socket_directories: socket.folder,
    unix_socket_permissions: "0700",
    cluster_name: "glossator",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    shared_buffers: "256MB",
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    random_page_cost: "1.1",
    max_wal_size: "2GB",
    idle_in_transaction_session_timeout: "60s",
    ...(wish.throwAway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  try {
    return spawn(join(files.bin, "postgres"), ["-D", pathSeenBy(files, cluster), ...args], {
      ...placeOf(cluster, files),
      detached: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

/** @param {string} folder */
function logOf(folder) {
  const path = join(folder, "postgres.log");
  if (existsSync(path) && statSync(path).size > 10_000_000) renameSync(path, `${path}.1`);
  return path;
}

/**
 * Waits until the server answers; a crash is recovered meanwhile.
 * @param {import("node:child_process").ChildProcess} child @param {string} folder
 * @returns {Promise<undefined | { passing: boolean, sorry: Sorry }>} why it ended instead, and whether waiting helps
 */
async function readiness(child, folder) {
  const start = existsSync(join(folder, "postgres.log")) ? statSync(join(folder, "postgres.log")).size : 0;
  let unable = "";
  child.once("error", (error) => {
    unable = error.message;
  });
  const ended = () => unable !== "" || child.exitCode !== null || child.signalCode !== null;
  const ready = () => {
    const lock = pidFile(folder);
    return lock?.pid === child.pid && lock?.ready === true;
  };
  await until(() => ended() || ready(), recoveryPatience, 20);
  if (!ended() && ready()) return undefined;
  if (!ended()) child.kill("SIGQUIT");
  const words = unable || readFileSync(join(folder, "postgres.log")).subarray(start).toString();
  return {
    passing: /lock file|shared memory block|could not bind|being shut down/.test(words),
    sorry: notStarted(words, folder),
  };
}

/** @param {string} words what the server wrote before it ended @param {string} folder */
export function notStarted(words, folder) {
  if (/No space left on device|Disk quota exceeded/.test(words)) {
    return new Sorry(`The disk is full at ${folder}: make room and start again; nothing that was saved is lost.`);
  }
  if (/lock file|shared memory block/.test(words)) {
    return new Sorry(`Another PostgreSQL still uses ${folder}: stop it, or set GLOSSATOR_DATA to another folder.`);
  }
  const reason = /(?:FATAL|PANIC):\s*(.*)/.exec(words)?.[1] ?? words.trim().split("\n").at(-1) ?? "";
  return new Sorry(`The database in ${folder} did not start (${reason}): see ${join(folder, "postgres.log")}.`);
}

/**
 * What the server tells about itself in its folder.
 * @param {string} folder
 */
function pidFile(folder) {
  try {
    const lines = readFileSync(join(clusterIn(folder), "postmaster.pid"), "utf8").split("\n");
    return {
      pid: Number(lines[0]),
      port: Number(lines[3]),
      socketFolder: lines[4] ?? "",
      ready: lines[7]?.trim() === "ready",
    };
  } catch {
    return undefined;
  }
}

/**
 * Whether this process is the server of this folder, and not another that got the number of a dead one.
 * @param {string} folder @param {number} pid
 */
function serves(folder, pid) {
  if (!(pid > 0) || !isAlive(pid)) return false;
  return !existsSync(workingFolder) || livesIn(clusterIn(folder)).includes(pid);
}

/** @param {string} folder */
async function stopLeftBehind(folder) {
  const lock = pidFile(folder);
  if (!lock) return;
  if (serves(folder, lock.pid)) {
    process.kill(lock.pid, "SIGINT");
    if (!(await until(() => !serves(folder, lock.pid), stopPatience))) process.kill(lock.pid, "SIGQUIT");
  }
  await until(() => livesIn(clusterIn(folder)).length === 0, stopPatience);
  forgetAnothersNumber(folder);
}

/**
 * A new container or a reboot may give the number of a dead server to any program, which PostgreSQL then takes for
 * itself. Its lock may go once no process at all works in the cluster.
 * @param {string} folder
 */
function forgetAnothersNumber(folder) {
  const lock = pidFile(folder);
  if (!lock || !existsSync(workingFolder) || serves(folder, lock.pid)) return;
  if (livesIn(clusterIn(folder)).length === 0) rmSync(join(clusterIn(folder), "postmaster.pid"), { force: true });
}

/**
 * The processes whose working folder this is: a cluster's server and its workers. Linux only; elsewhere none are seen.
 * @param {string} cluster
 */
function livesIn(cluster) {
  if (!existsSync(workingFolder)) return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && workingFolderOf(pid) === cluster);
}

/** @param {number} pid */
function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

/** Fast shutdown: sessions are cut, everything saved is written. @param {number} pid @param {PostgresFiles} files @param {string} cluster */
async function end(pid, files, cluster) {
  if (process.platform === "win32") {
    await run(join(files.bin, "pg_ctl"), ["stop", "-D", cluster, "-m", "fast"], placeOf(cluster, files));
    return;
  }
  for (const [signal, patience] of /** @type {const} */ ([
    ["SIGINT", stopPatience],
    ["SIGQUIT", 5000],
    ["SIGKILL", 5000],
  ])) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await until(() => !isAlive(pid), patience, 20)) return;
  }
}

/** @param {string} adminUrl @param {string} secret @param {boolean} throwAway */
async function makeDatabase(adminUrl, secret, throwAway) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: roles } = await client.query("select 1 from pg_roles where rolname = 'glossator'");
    const rights = `login ${throwAway ? "createdb" : "nocreatedb"} password '${roleSecret(secret)}'`;
    await client.query(roles.length > 0 ? `alter role glossator ${rights}` : `create role glossator ${rights}`);
    const { rows: databases } = await client.query("select 1 from pg_database where datname = 'glossator'");
    if (databases.length === 0) await client.query("create database glossator owner glossator");
  } finally {
    await client.end();
  }
}
