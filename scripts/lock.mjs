import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { launcher } from "./launcher.mjs";
import { birthOf, isAlive, waitFor } from "./process.mjs";

/**
 * A file that says which living process uses a folder. It survives `kill -9` without blocking anybody: a holder that is
 * gone, or whose number now belongs to another process, holds nothing.
 */

/** @typedef {{ pid: number, birth: string, parent: number, isEnding?: boolean }} Holder */
/** @typedef {{ release: () => void, sayEnding: () => void }} Turn `sayEnding`: it will be released in a moment */

/**
 * @param {string} path
 * @param {{ patience?: number, onWait?: (holder: Holder) => void }} [options]
 * `patience`: milliseconds to wait for a holder that is about to end; `onWait` is told whom we wait for, once
 * @returns {Promise<Turn | { holder: Holder }>}
 */
export async function take(path, { patience = 0, onWait } = {}) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  /** @type {Holder | undefined} */
  let holder;
  let told = patience === 0;
  const mine = write(path, {});
  try {
    await waitFor(() => {
      holder = claim(path, mine);
      if (holder && !told) onWait?.(holder);
      told ||= holder !== undefined;
      return holder === undefined;
    }, patience);
  } finally {
    rmSync(mine, { force: true });
  }
  return holder ? { holder } : { release: () => release(path), sayEnding: () => sayEnding(path) };
}

/** Our word, beside the lock. @param {string} path @param {Partial<Holder>} more */
function write(path, more) {
  const mine = `${path}.${process.pid}`;
  const holder = { pid: process.pid, birth: birthOf(process.pid), parent: launcher(), ...more };
  writeFileSync(mine, JSON.stringify(holder), { mode: 0o600 });
  return mine;
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
function sayEnding(path) {
  if (holderOf(path)?.pid === process.pid) renameSync(write(path, { isEnding: true }), path);
}

/** @param {string} path */
function release(path) {
  if (holderOf(path)?.pid === process.pid) rmSync(path, { force: true });
}
