import { ensureBuilt } from "./build.mjs";
import { openDatabase, takeDataFolder, wasLeftBehind } from "./database.mjs";
import { fillGazetteer } from "./fill-gazetteer.mjs";
import { welcome } from "./first-start.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled, refuseOldNode } from "./install.mjs";
import { onceNpmIsGone } from "./launcher.mjs";
import { endRunning } from "./process.mjs";
import { complain, say, step } from "./say.mjs";
import { secretIn } from "./secret.mjs";
import { refuseTakenPort, serve } from "./serve.mjs";
import { settingsOf } from "./settings.mjs";

/** `npm start`: from a fresh clone, or from whatever state it was left in, to a page that can be opened. */

/** What has to be undone at the end, last begun first. @type {{ stop: () => Promise<void> | void, hasten?: () => void }[]} */
const begun = [];
/** An app whose parent was killed drains for five seconds before it gives its port back. */
const orphanPatience = 8000;
/** @type {import("./lock.mjs").Turn | undefined} */
let folder;
let ending = false;
let isReady = false;

async function start() {
  refuseOldNode();
  const settings = settingsOf(process.env);
  const leftBehind = wasLeftBehind(settings.dataFolder);
  folder = await takeDataFolder(settings.dataFolder, say);
  begun.push({ stop: folder.release });
  await refuseTakenPort(settings, { patience: leftBehind ? orphanPatience : 0 });
  for (const prepare of [ensureInstalled, ensureGenerated]) await unlessEnding(prepare);
  const build = await unlessEnding(ensureBuilt);
  const database = await unlessEnding(() => openDatabase(settings, say));
  begun.push(database);
  const secret = secretIn(settings.dataFolder);
  const { demoEntry, signIn } = await unlessEnding(() => welcome(database.url, { ...settings, secret }));
  const databaseFolder = settings.databaseUrl ? undefined : settings.dataFolder;
  const app = await unlessEnding(() =>
    step("Starting the app", () =>
      serve({ ...settings, build, databaseUrl: database.url, databaseFolder, secret, demoEntry, say }),
    ),
  );
  begun.push(app);
  if (ending) return;
  isReady = true;
  say(`Glossator is ready at ${settings.url}`);
  if (settings.demoOff) say(settings.demoOff);
  say(signIn);
  begun.push(fillGazetteer({ databaseUrl: database.url, url: settings.url, secret }));
}

/** @template T @param {() => Promise<T>} work */
async function unlessEnding(work) {
  if (ending) throw new Error("interrupted");
  return work();
}

/** The app drains first, the database stops last. */
async function stopAll() {
  for (const each of [...begun].reverse()) await each.stop();
}

/** The app is cut off, the database closes without tidying; whatever is still starting ends because we do. */
function hurry() {
  if (!isReady) process.exit(130);
  for (const each of begun) each.hasten?.();
}

/** @param {string} why */
async function end(why) {
  if (ending) return hurry();
  ending = true;
  folder?.sayEnding();
  if (isReady) {
    say(`${why}: open requests finish, then the database stops. Once more to hurry.`);
    await step("Stopping", stopAll);
    process.exit(0);
  }
  endRunning();
}

process.on("SIGINT", () => void end("Stopping"));
process.on("SIGTERM", () => void end("Stopping"));
process.on("SIGHUP", () => void end("The terminal is gone"));
onceNpmIsGone(() => void end("npm is gone"));

try {
  await start();
} catch (error) {
  if (!ending) complain(error);
}
if (!isReady) {
  await stopAll();
  process.exit(ending ? 130 : 1);
}
