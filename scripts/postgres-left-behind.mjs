import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { clusterIn, isSocketFolder, workingFolder } from "./postgres-place.mjs";
import { isAlive, waitFor } from "./process.mjs";

/** Finds the server that runs in a data folder, and ends one that was left behind. */

const stopPatience = 20_000;

/**
 * What the server tells about itself in its folder.
 * @param {string} folder
 */
export function pidFile(folder) {
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
export function serves(folder, pid) {
  if (!(pid > 0) || !isAlive(pid)) return false;
  return !existsSync(workingFolder) || livesIn(clusterIn(folder)).includes(pid);
}

/**
 * @param {string} folder
 * @param {{ forGood?: boolean }} [options] its socket's folder goes too, as nobody will listen there again
 */
export async function stopLeftBehind(folder, { forGood = false } = {}) {
  const lock = pidFile(folder);
  if (!lock) return;
  if (serves(folder, lock.pid)) {
    process.kill(lock.pid, "SIGINT");
    if (!(await waitFor(() => !serves(folder, lock.pid), stopPatience))) process.kill(lock.pid, "SIGQUIT");
  }
  await waitFor(() => livesIn(clusterIn(folder)).length === 0, stopPatience);
  forgetAnothersNumber(folder);
  if (forGood && isSocketFolder(lock.socketFolder)) rmSync(lock.socketFolder, { recursive: true, force: true });
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
