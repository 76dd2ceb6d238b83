import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { until, waitFor } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry } from "./say.mjs";

/** Runs the production build as our child, starts it again when it dies, and lets it drain when it has to end. */

/**
 * @typedef {{
 *   build: string, port: number, host: string, url: string, databaseUrl: string, secret: string, demoEntry: boolean,
 *   databaseFolder?: string | undefined,
 *   env?: Record<string, string | undefined>, say?: (line: string) => void,
 * }} Wish
 */
/** @typedef {{ url: string, pid: () => number, kill: () => void, hasten: () => void, stop: () => Promise<void> }} App */

/** What stands around the app in its own process. */
const preloaded = ["end-with-parent.mjs", "front.mjs"].flatMap((name) => [
  "--import",
  pathToFileURL(join(root, "scripts", name)).href,
]);
const startPatience = 60_000;
/** Open requests may finish for this long; a little longer than the app itself waits for them (`front-drain.mjs`). */
const drainPatience = 15_000;
const restartDelays = [0, 200, 500, 1000, 2000, 5000];
const healthyAfter = 60_000;

/**
 * @param {Wish} wish
 * @returns {Promise<App>} once it answers that it is ready
 */
export async function serve(wish) {
  /** @type {ReturnType<typeof launch>} */
  let current = launch(wish);
  let stopping = false;
  let failures = 0;

  const keepRunning = () => {
    const lived = Date.now();
    current.child.once("exit", async (code, signal) => {
      if (stopping) return;
      failures = Date.now() - lived > healthyAfter ? 0 : failures;
      wish.say?.(`The app stopped unexpectedly (${signal ?? `exit code ${code}`}); starting it again.`);
      await sleep(restartDelays[Math.min(failures++, restartDelays.length - 1)]);
      if (stopping) return;
      current = launch(wish);
      keepRunning();
      if (await readiness(wish, current)) wish.say?.("The app is back.");
    });
  };

  const stop = async () => {
    stopping = true;
    await end(current.child);
  };
  try {
    if (!(await readiness(wish, current))) throw notServed(wish, current.words());
  } catch (error) {
    await stop();
    throw error;
  }
  keepRunning();
  return {
    url: wish.url,
    pid: () => current.child.pid ?? 0,
    kill: () => void current.child.kill("SIGKILL"),
    hasten: () => void current.child.kill("SIGKILL"),
    stop,
  };
}

/** @param {Wish} wish */
function launch(wish) {
  const child = spawn(process.execPath, [...preloaded, join(wish.build, "server.js")], {
    cwd: wish.build,
    env: environmentOf(wish),
    detached: true,
    windowsHide: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let heard = "";
  let speaks = false;
  const hear = (/** @type {Buffer} */ chunk) => {
    if (speaks) process.stderr.write(chunk);
    else heard = `${heard}${chunk}`.slice(-20_000);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  child.once("error", (error) => {
    heard += error.message;
  });
  return { child, words: () => heard, letSpeak: () => (speaks = true) };
}

/** What the app reads; it has no other settings. @param {Wish} wish @returns {NodeJS.ProcessEnv} */
function environmentOf(wish) {
  const { GLOSSATOR_DEMO_ENTRY: _, GLOSSATOR_DATABASE_FOLDER: __, NODE_OPTIONS: ___, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(wish.port),
    HOST: wish.host,
    HOSTNAME: wish.host,
    DATABASE_URL: wish.databaseUrl,
    GLOSSATOR_URL: wish.url,
    GLOSSATOR_SECRET: wish.secret,
    NEXTAUTH_URL: wish.url,
    NEXTAUTH_SECRET: createHmac("sha256", wish.secret).update("next-auth").digest("hex"),
    ...(wish.databaseFolder ? { GLOSSATOR_DATABASE_FOLDER: wish.databaseFolder } : {}),
    ...(wish.demoEntry ? { GLOSSATOR_DEMO_ENTRY: "1" } : {}),
    ...wish.env,
  };
}

/** @param {Wish} wish @param {ReturnType<typeof launch>} app @returns {Promise<boolean>} */
async function readiness(wish, { child, letSpeak }) {
  const ended = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  let ready = false;
  const settled = async () => {
    ready = await answers(wish);
    return ready || ended();
  };
  await waitFor(settled, startPatience, 30);
  if (ready) letSpeak();
  return ready && !ended();
}

/** @param {Wish} wish @returns {Promise<boolean>} */
function answers({ host, port, url }) {
  const reachable = /** @type {Record<string, string>} */ ({
    "0.0.0.0": "127.0.0.1",
    "::": "::1",
    localhost: "127.0.0.1",
  });
  return new Promise((resolve) => {
    const options = { host: reachable[host] ?? host, port, path: "/api/ready", timeout: 5000, agent: false };
    const request = get({ ...options, headers: { host: new URL(url).host } }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
}

/** @param {Wish} wish @param {string} words */
function notServed({ port }, words) {
  if (/EADDRINUSE/.test(words)) return portTaken(port);
  return new Sorry("The app did not get ready: see the lines above.", {
    details: words || "It said nothing for a minute.",
  });
}

/** @param {number} port */
export function portTaken(port) {
  return new Sorry(
    `Port ${port} is already in use: stop what uses it, or choose another one: PORT=${port + 1} npm start.`,
  );
}

/**
 * @param {{ port: number, host: string }} where
 * @param {{ patience?: number }} [options] milliseconds to wait for somebody who is about to leave
 * @returns {Promise<void>} throws a sentence when the app could not listen there
 */
export async function refuseTakenPort(where, { patience = 0 } = {}) {
  let code = "";
  await waitFor(
    async () => {
      code = await triedAt(where);
      return code !== "EADDRINUSE";
    },
    patience,
    100,
  );
  if (code) throw unusable(where, code);
}

/** @param {{ port: number, host: string }} where @returns {Promise<string>} why it can't be listened to, empty if it can */
function triedAt({ port, host }) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve("")));
  });
}

/** @param {{ port: number, host: string }} where @param {string} code */
function unusable({ port, host }, code) {
  if (code === "EADDRINUSE") return portTaken(port);
  if (code === "EACCES") {
    return new Sorry(
      `Port ${port} needs more rights than this account has: choose one above 1023: PORT=3000 npm start.`,
    );
  }
  return new Sorry(
    `This machine can't listen at ${host} (${code}): set HOST to an address it has, like 127.0.0.1 or 0.0.0.0.`,
  );
}

/** @param {import("node:child_process").ChildProcess} child */
async function end(child) {
  const ended = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  if (ended()) return;
  child.kill("SIGTERM");
  if (!(await until(ended, drainPatience, 20))) child.kill("SIGKILL");
  await until(ended, 5000, 20);
}
