import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { checkArchive, summaryOf } from "./archive.mjs";
import { joinDatabase } from "./database.mjs";
import { ensureInstalled } from "./install.mjs";
import { endRunning } from "./process.mjs";
import { Sorry, say, step, tell } from "./say.mjs";
import { forgetSecret } from "./secret.mjs";
import { settingsOf } from "./settings.mjs";

/** `npm run restore -- FILE`: puts a backup into an empty database; with `--check` it only says whether it is whole. */

process.on("SIGINT", endRunning).on("SIGTERM", endRunning).on("SIGHUP", endRunning);
await tell(async () => {
  const args = process.argv.slice(2);
  const [given] = args.filter((each) => !each.startsWith("--"));
  if (given === undefined)
    throw new Sorry("Name the backup: `npm run restore -- FILE`, or `-- --check FILE` to only look.");
  await ensureInstalled();
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), given);
  if (!existsSync(path)) throw new Sorry(`There is no ${path}: name a file that \`npm run backup\` made.`);
  if (args.includes("--check")) {
    const manifest = await step("Checking the backup", () => checkArchive(path));
    return say(`It is whole: ${summaryOf(manifest)}.`);
  }
  await restore(path);
});

/** @param {string} path */
async function restore(path) {
  const settings = settingsOf(process.env);
  // Loaded once the packages are there.
  const { examine, load } = await import("./load.mjs");
  const examined = await examine(path);
  const database = await joinDatabase(settings, { migrates: false });
  try {
    await load(database.url, path, examined);
    // Cursors that programs kept would lead to other entries here; a new secret refuses them.
    forgetSecret(settings.dataFolder);
    say(`Restored: ${summaryOf(examined.manifest)}.`);
    const names = examined.since.map(({ name }) => name);
    if (names.length > 0) say(`Applied the migrations that are newer than it: ${names.join(", ")}.`);
    say("Start it with `npm start`. Everybody signs in again; invitations and password links have to be sent again.");
  } finally {
    await database.stop();
  }
}
