import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { take } from "./lock.mjs";
import { endRunning, run } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry, say, step, tell } from "./say.mjs";
import { hashOfSources, isServed, servedFolder } from "./sources.mjs";

/**
 * The production build, made when the sources changed since. Each build gets a folder named by the hash of its sources:
 * it is there whole or not at all, and a server that runs from an older one is not disturbed.
 */

const builds = join(root, ".cache", "builds");
const kept = 3;
const buildPatience = 10 * 60_000;

/** @returns {Promise<string>} the folder of a build of the present sources, which holds `server.js` */
export async function ensureBuilt() {
  const wanted = join(builds, hashOfSources());
  if (!existsSync(wanted)) await step("Building", () => inTurn(wanted));
  const now = new Date();
  utimesSync(wanted, now, now);
  return wanted;
}

/** @param {string} wanted */
async function inTurn(wanted) {
  mkdirSync(builds, { recursive: true });
  const turn = await take(join(root, ".cache", "build.lock"), {
    patience: buildPatience,
    onWait: ({ pid }) => say(`Another start (process ${pid}) is building: waiting for it.`),
  });
  if ("holder" in turn) {
    throw new Sorry(
      `Another start (process ${turn.holder.pid}) has been building for ten minutes: stop it and start again.`,
    );
  }
  try {
    if (existsSync(wanted)) return;
    await build(wanted);
    forgetOld(wanted);
  } finally {
    turn.release();
  }
}

/** @param {string} wanted */
async function build(wanted) {
  const dist = process.env.GLOSSATOR_BUILD ?? ".next";
  const standalone = join(root, dist, "standalone");
  rmSync(standalone, { recursive: true, force: true });
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const { code, output } = await run(process.execPath, [next, "build"], { cwd: root, env });
  if (code !== 0 || !existsSync(join(standalone, "server.js"))) throw notBuilt(output);
  cpSync(join(root, dist, "static"), join(standalone, dist, "static"), { recursive: true });
  await compressAll(join(standalone, dist, "static", "chunks"));
  cpSync(join(root, servedFolder), join(standalone, servedFolder), {
    recursive: true,
    filter: (path) => isServed(basename(path)),
  });
  renameSync(standalone, wanted);
}

/** Scripts and styles compressed beside themselves: see `next.config.js`. @param {string} folder */
async function compressAll(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(js|css)$/.test(name));
  const compress = promisify(brotliCompress);
  await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      await writeFile(`${file}.br`, await compress(await readFile(file)));
    }),
  );
}

/** @param {string} output */
function notBuilt(output) {
  if (/ENOSPC|No space left/.test(output))
    return new Sorry(`The disk is full at ${root}: make room (about 1 GB) and start again.`);
  if (/heap out of memory|SIGKILL/.test(output)) {
    return new Sorry("The build ran out of memory: it needs about 2 GB; free some and start again.", {
      details: output,
    });
  }
  return new Sorry("The build failed: see the lines above; with unchanged sources `git status` is empty.", {
    details: output,
  });
}

/** @param {string} current */
function forgetOld(current) {
  const others = readdirSync(builds)
    .map((name) => join(builds, name))
    .filter((path) => path !== current)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of others.slice(kept - 1)) rmSync(path, { recursive: true, force: true });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.on("SIGINT", endRunning).on("SIGTERM", endRunning).on("SIGHUP", endRunning);
  await tell(async () => {
    await ensureInstalled();
    await ensureGenerated();
    process.stdout.write(`${relative(process.cwd(), await ensureBuilt())}\n`);
  });
}
