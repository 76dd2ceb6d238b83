import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry, say } from "./say.mjs";

/** A real Chromium for the journeys: a given one, an installed one, Playwright's, else one we may install. */

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const apps = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const downloadPatience = 180_000;

/** @returns {Promise<string>} its path */
export async function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (runs(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Sorry(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, which does not run: correct it, or leave it unset.`);
  }
  const installed = installedIn(env.PATH ?? "") ?? (await playwrights());
  return installed ?? (await download()) ?? (await fromDebian()) ?? refuse();
}

/** @returns {never} */
function refuse() {
  throw new Sorry(
    "The browser journeys need Chromium: install it (Debian: `apt-get install chromium`) or set CHROMIUM_PATH.",
  );
}

/** @param {string} path */
const runs = (path) =>
  existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;

/** @param {string} path the variable PATH */
function installedIn(path) {
  const places = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, ...apps].find(runs);
}

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path && runs(path) ? path : undefined;
}

async function download() {
  say("Downloading Chromium for Playwright.");
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  await run(process.execPath, [cli, "install", "chromium"], { cwd: root, timeout: downloadPatience });
  return playwrights();
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("Installing Debian's Chromium.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
  return installedIn(process.env.PATH ?? "/usr/bin");
}
