import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lastWill } from "./last-will.mjs";
import { pidFile, stopLeftBehind } from "./postgres-left-behind.mjs";
import { clusterIn, pathSeenBy, placeOf } from "./postgres-place.mjs";
import { isAlive, run, until, waitFor } from "./process.mjs";
import { onceAMinute, Sorry } from "./say.mjs";

/** Keeps one server process running in a cluster until it is told to stop. */

/** @typedef {import("./postgres-files.mjs").PostgresFiles} PostgresFiles */
/** @typedef {import("./postgres-place.mjs").Socket} Socket */
/** @typedef {import("./postgres.mjs").Wish} Wish */

const startPatience = 15_000;
const recoveryPatience = 10 * 60_000;
const stopPatience = 20_000;
const restartDelays = [0, 200, 500, 1000, 2000, 5000];
const healthyAfter = 60_000;
/** What an app that lost its parent gets to drain (scripts/end-with-parent.mjs), before its database stops. */
const drainSeconds = 6;

/**
 * @param {Wish} wish @param {PostgresFiles} files @param {Socket} socket
 */
export function supervise(wish, files, socket) {
  const cluster = clusterIn(wish.folder);
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  let stopping = false;
  let failures = 0;
  const tell = onceAMinute((line) => wish.say?.(line));

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
        tell(`The database stopped unexpectedly${signal ? ` (${signal})` : ""}; starting it again.`);
        await sleep(restartDelays[Math.min(failures++, restartDelays.length - 1)]);
        if (stopping) return;
        try {
          await launch();
          if (stopping) return child?.kill("SIGINT");
          tell("The database is back.");
          return keepRunning();
        } catch (error) {
          tell(error instanceof Error ? error.message : String(error));
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
      const server = child;
      if (server?.pid && !hasEnded(server)) {
        await end(server.pid, files, cluster);
        await until(() => hasEnded(server), stopPatience, 5);
      }
      if (socket.passing) rmSync(socket.folder, { recursive: true, force: true });
    },
  };
}

/** @param {import("node:child_process").ChildProcess} child */
const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/**
 * @param {import("node:child_process").ChildProcess} child @param {Wish} wish @param {string} cluster
 * @param {Socket} socket
 */
function writeWill(child, wish, cluster, socket) {
  if (!child.pid) return;
  const folders = [...(socket.passing ? [socket.folder] : []), ...(wish.passing ? [wish.folder] : [])];
  child.once("exit", lastWill({ pid: child.pid, cluster, patience: wish.throwAway ? 0 : drainSeconds, folders }));
}

/** @param {Wish} wish @param {PostgresFiles} files @param {Socket} socket */
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
    // Slow statements are named in the log, but not the words of reports in them.
    log_min_duration_statement: "1s",
    log_parameter_max_length: "0",
    shared_buffers: "256MB",
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    random_page_cost: "1.1",
    max_wal_size: "2GB",
    // A new installation grows fast, and plans made for its empty tables last until somebody has looked at them.
    autovacuum_naptime: "10s",
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
  const ended = () => unable !== "" || hasEnded(child);
  const ready = () => {
    const lock = pidFile(folder);
    return lock?.pid === child.pid && lock?.ready === true;
  };
  await waitFor(() => ended() || ready(), recoveryPatience, 20);
  if (!ended() && ready()) return undefined;
  if (!ended()) child.kill("SIGQUIT");
  const words = unable || readFileSync(join(folder, "postgres.log")).subarray(start).toString();
  return {
    passing: /lock file|shared memory block|could not bind|being shut down/.test(words),
    sorry: notStarted(words, folder),
  };
}

/** A full disk may not even have room for the server's complaint. @param {string} folder */
const isFull = (folder) => existsSync(folder) && statfsSync(folder).bavail * statfsSync(folder).bsize < 100_000;

/** @param {string} words what the server wrote before it ended @param {string} folder */
export function notStarted(words, folder) {
  if (/No space left on device|Disk quota exceeded/.test(words) || isFull(folder)) {
    return new Sorry(`The disk is full at ${folder}: make room and start again; nothing that was saved is lost.`);
  }
  if (/lock file|shared memory block/.test(words)) {
    return new Sorry(`Another PostgreSQL still uses ${folder}: stop it, or set GLOSSATOR_DATA to another folder.`);
  }
  const reason = /(?:FATAL|PANIC):\s*(.*)/.exec(words)?.[1] ?? words.trim().split("\n").at(-1) ?? "";
  return new Sorry(
    `The database in ${folder} did not start${reason ? ` (${reason})` : ""}: see ${join(folder, "postgres.log")}.`,
  );
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
