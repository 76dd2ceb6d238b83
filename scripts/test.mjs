import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled, refuseOldNode } from "./install.mjs";
import { onceNpmIsGone } from "./launcher.mjs";
import { endRunning, run } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry, say, seconds, step, tell } from "./say.mjs";

/**
 * `npm test`: everything, from a fresh clone: checks, rules and rows, a production build, journeys in a real browser.
 * All parts run, whatever the others say; each runner's own summary is shown whole; nothing is left running.
 */

/** Why unit and database tests failed, said again at the end, where nobody has to look for it. @type {string[]} */
const reasons = [];
let interrupted = false;
const interrupt = () => {
  interrupted = true;
  endRunning();
};
process.on("SIGINT", interrupt).on("SIGTERM", interrupt).on("SIGHUP", interrupt);
onceNpmIsGone(interrupt);

await tell(async () => {
  const began = performance.now();
  refuseOldNode();
  await ensureInstalled({ development: true });
  await ensureGenerated();
  const { startDatabase } = await import("./stack.mjs");
  const database = await step("Starting a database for the tests", () => startDatabase());
  try {
    return await testWith(database.url, began);
  } finally {
    await database.stop();
  }
});

/** @param {string} databaseUrl @param {number} began */
async function testWith(databaseUrl, began) {
  process.env.GLOSSATOR_TEST_DATABASE_URL = databaseUrl;
  const parts = { checks, "unit and database tests": unitTests, "browser journeys": journeys };
  /** @type {string[]} */
  const failed = [];
  for (const [name, part] of Object.entries(parts)) {
    if (interrupted) break;
    const beganPart = performance.now();
    say(`\n— ${name}`);
    const passed = await part(databaseUrl).catch(explain);
    say(`— ${name}: ${passed ? "passed" : "failed"} (${seconds(performance.now() - beganPart)})`);
    if (!passed) failed.push(name);
  }
  if (interrupted) throw new Sorry("Interrupted before the end; nothing was left running.");
  for (const reason of reasons) say(`\n✗ ${reason.slice(0, 2000)}`);
  const time = seconds(performance.now() - began);
  say(failed.length > 0 ? `\nFailed after ${time}: ${failed.join(", ")}.` : `\nEverything passed in ${time}.`);
  return failed.length > 0 ? 1 : 0;
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof Sorry && error.details) say(error.details);
  say(error instanceof Sorry ? error.message : String(error instanceof Error ? error.stack : error));
  return false;
}

/** @param {string} databaseUrl */
async function checks(databaseUrl) {
  const { check } = await import("./check.mjs");
  return check(databaseUrl);
}

async function unitTests() {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const folder = await mkdtemp(join(tmpdir(), "glossator-tests-"));
  const results = join(folder, "results.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
    const { code } = await run(process.execPath, [vitest, "run", ...reporters], { cwd: root, show: true });
    if (code !== 0) reasons.push(...(await failuresIn(results)));
    return code === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} results @returns {Promise<string[]>} */
async function failuresIn(results) {
  const kept = await readFile(results, "utf8").catch(() => undefined);
  if (kept === undefined) return ["The test runner ended before it kept its results."];
  /** @type {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} */
  const { testResults } = JSON.parse(kept);
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((each) => each.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${file}: ${message}`] : [];
    return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}\n  ${failureMessages[0] ?? ""}`);
  });
}

async function journeys() {
  const [{ ensureBuilt }, { findChromium }] = await Promise.all([import("./build.mjs"), import("./chromium.mjs")]);
  await ensureBuilt();
  const env = { ...process.env, CHROMIUM_PATH: await findChromium() };
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  if (!existsSync(playwright)) throw new Sorry("Playwright is not installed: run `npm ci` without --omit=dev.");
  const { code } = await run(process.execPath, [playwright, "test"], { cwd: root, env, show: true });
  return code === 0;
}
