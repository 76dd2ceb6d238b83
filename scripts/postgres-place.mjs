import { chownSync, existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Where a server program runs, as whom, and where it listens. */

/** @typedef {import("./postgres-files.mjs").PostgresFiles} PostgresFiles */
/** @typedef {{ folder: string, port: number, passing?: boolean }} Socket no folder: loopback; `passing`: the folder is only the socket's */

const port = 5432;
/** `sun_path` holds 104 bytes on macOS and 108 on Linux, with a final NUL. */
const longestSocketPath = 103;
/** The server finds its folder as its own working folder, so folders above that its account can't enter don't matter. */
export const workingFolder = "/proc/self/cwd";

/** @param {string} folder */
export const clusterIn = (folder) => join(folder, "postgres");

/** Where and as whom a server program runs; it inherits nothing of our environment. @param {string} cluster @param {PostgresFiles} files */
export function placeOf(cluster, files) {
  const account = files.account ? { uid: files.account.uid, gid: files.account.gid } : {};
  const env =
    process.platform === "win32" ? process.env : { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
  return { cwd: cluster, env, windowsHide: true, ...account };
}

/** @param {PostgresFiles} files @param {string} path */
export const pathSeenBy = (files, path) => (files.account && existsSync(workingFolder) ? workingFolder : path);

/** @param {string} path @param {PostgresFiles} files */
export function own(path, files) {
  if (files.account) chownSync(path, files.account.uid, files.account.gid);
}

/** Whether a folder is one that `socketFor` made for a socket alone. @param {string} folder */
export const isSocketFolder = (folder) =>
  /glossator-\w{6}$/.test(folder) && ["/tmp", tmpdir()].includes(dirname(folder));

/**
 * A Unix socket beside the data where its path is short enough and the account can reach it, else in a short folder of
 * the system's; loopback on Windows.
 * @param {string} folder @param {PostgresFiles} files
 * @returns {Promise<Socket>}
 */
export async function socketFor(folder, files) {
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
