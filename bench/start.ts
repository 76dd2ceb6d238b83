import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { below, type Figure, figure } from "@/bench/figure";
import { freePort } from "@/scripts/postgres-place.mjs";
import { run } from "@/scripts/process.mjs";
import { root } from "@/scripts/root.mjs";
import { Sorry } from "@/scripts/say.mjs";

const runs = 3;
const patience = 15 * 60_000;

/** `npm start` on a fresh clone of what is committed: `npm ci`, build, database and demo included. Takes minutes. */
export async function firstStart(): Promise<Figure[]> {
  return inTemporaryFolder(async (folder) => {
    const clone = join(folder, "clone");
    const { code, output } = await run("git", ["clone", "--quiet", root, clone]);
    if (code !== 0) throw new Sorry("The checkout could not be cloned: see the lines above.", { details: output });
    const first = await secondsToReady(clone, join(folder, "data"));
    return [
      figure("first start on a fresh clone, npm ci included", "s", [first], { budget: below(180) }),
      await againAndAgain(clone, join(folder, "data")),
    ];
  });
}

/** `npm start` where everything is installed, built and there already. */
export async function secondStart(): Promise<Figure[]> {
  return inTemporaryFolder(async (folder) => {
    await secondsToReady(root, folder);
    return [await againAndAgain(root, folder)];
  });
}

async function againAndAgain(checkout: string, dataFolder: string): Promise<Figure> {
  const took: number[] = [];
  for (let nth = 0; nth < runs; nth++) took.push(await secondsToReady(checkout, dataFolder));
  return figure("second start", "s", took, { budget: below(5) });
}

/** Starts, waits until it says that it is ready, and stops it; the time is until it was ready. */
async function secondsToReady(checkout: string, dataFolder: string): Promise<number> {
  const began = performance.now();
  const npm = spawn("npm", ["start"], {
    cwd: checkout,
    env: { ...process.env, PORT: String(await freePort()), GLOSSATOR_DATA: dataFolder },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: patience,
  });
  let heard = "";
  let ready = Number.NaN;
  const listen = (chunk: Buffer) => {
    heard += chunk;
    if (!Number.isNaN(ready) || !heard.includes("Glossator is ready")) return;
    ready = (performance.now() - began) / 1000;
    npm.kill("SIGTERM");
  };
  npm.stdout.on("data", listen);
  npm.stderr.on("data", listen);
  // Its output closes when everything it began is gone too.
  await new Promise((resolve, reject) => npm.once("close", resolve).once("error", reject));
  if (Number.isNaN(ready)) throw new Sorry("It did not start: see the lines above.", { details: heard });
  return ready;
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "glossator-start-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
