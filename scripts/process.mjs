import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Sorry } from "./say.mjs";

/** What we need to know about processes: run one, is it alive, is it still the same one, wait for its end. */

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
const lastPatience = 10_000;

const interruption = new AbortController();
/** Aborted once somebody wants the command to end; whatever waits for others then waits no longer. */
export const interrupted = interruption.signal;

/** Ends whatever `run` and `waitFor` are waiting for, with everything it began, politely first; nothing is run after that. */
export function endRunning() {
  interruption.abort(new Sorry("Interrupted."));
  for (const child of running) {
    signal(child, "SIGTERM");
    setTimeout(() => running.has(child) && signal(child, "SIGKILL"), lastPatience).unref();
  }
}

/** @param {import("node:child_process").ChildProcess} child @param {NodeJS.Signals} name */
function signal(child, name) {
  try {
    if (child.pid) process.kill(ownGroup ? -child.pid : child.pid, name);
  } catch {
    child.kill(name);
  }
}

/** A program gets a process group of its own, so that Ctrl-C reaches us alone and we end things in order. */
const ownGroup = process.platform !== "win32";

/**
 * Runs a program to its end.
 * @param {string} program @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & { show?: boolean }} [options] `show` lets it write to the terminal itself
 * @returns {Promise<{ code: number, output: string }>} code 128 for a signal
 */
export function run(program, args, { show = false, ...options } = {}) {
  if (interrupted.aborted) return Promise.reject(interrupted.reason);
  return new Promise((resolve, reject) => {
    const stdio = /** @type {import("node:child_process").StdioOptions} */ (
      show ? "inherit" : ["ignore", "pipe", "pipe"]
    );
    const child = spawn(program, args, { stdio, detached: ownGroup, windowsHide: true, ...options });
    running.add(child);
    /** @type {Buffer[]} */
    const heard = [];
    child.stdout?.on("data", (chunk) => heard.push(chunk));
    child.stderr?.on("data", (chunk) => heard.push(chunk));
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 128, output: Buffer.concat(heard).toString() });
    });
  });
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  return statOf(pid)?.state !== "Z";
}

/**
 * When a process began, in a form that never repeats for the same number; empty where the system doesn't tell.
 * @param {number} pid
 */
export function birthOf(pid) {
  const began = statOf(pid)?.began;
  if (!began) return "";
  return `${began}@${read("/proc/sys/kernel/random/boot_id").trim()}`;
}

/** @param {number} pid */
function statOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return undefined;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0], began: fields[19] };
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/**
 * Waits for others on the way to a start: ends with the first Ctrl-C, by throwing.
 * @param {() => boolean | Promise<boolean>} done
 * @param {number} milliseconds
 * @returns {Promise<boolean>} whether it came true in time
 */
export function waitFor(done, milliseconds, pause = 50) {
  const doneOrInterrupted = () => {
    interrupted.throwIfAborted();
    return done();
  };
  return until(doneOrInterrupted, milliseconds, pause);
}

/**
 * Waits while things are brought to an end, whoever else wants it.
 * @param {() => boolean | Promise<boolean>} done
 * @param {number} milliseconds
 * @returns {Promise<boolean>} whether it came true in time
 */
export async function until(done, milliseconds, pause = 50) {
  const deadline = Date.now() + milliseconds;
  while (!(await done())) {
    if (Date.now() > deadline) return false;
    await sleep(pause);
  }
  return true;
}
