import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { launcher } from "./launcher.mjs";
import { birthOf, isAlive, until } from "./process.mjs";

/**
 * A file that says which living process uses a folder. It survives `kill -9` without blocking anybody: a holder that is
 * gone, or whose number now belongs to another process, holds nothing.
 */

/** @typedef {{ pid: number, birth: string, parent: number }} Holder */

/**
 * @param {string} path
 * @param {{ patience?: number }} [options] milliseconds to wait for a holder that is about to end
 * @returns {Promise<{ release: () => void } | { holder: Holder }>}
 */
export async function take(path, { patience = 0 } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  /** @type {Holder | undefined} */
  let holder;
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), parent: launcher() }));
  try {
    await until(() => {
      holder = claim(path, mine);
      return holder === undefined;
    }, patience);
  } finally {
    rmSync(mine, { force: true });
  }
  return holder ? { holder } : { release: () => release(path) };
}

/** @param {string} path @param {string} mine */
function claim(path, mine) {
  for (;;) {
    try {
      linkSync(mine, path);
      return undefined;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const holder = holderOf(path);
    if (holder) return holder;
    rmSync(path, { force: true });
  }
}

/**
 * Who holds the lock now, if anybody alive does.
 * @param {string} path
 * @returns {Holder | undefined}
 */
export function holderOf(path) {
  try {
    const holder = JSON.parse(readFileSync(path, "utf8"));
    return isAlive(holder.pid) && birthOf(holder.pid) === holder.birth ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function release(path) {
  if (holderOf(path)?.pid === process.pid) rmSync(path, { force: true });
}
