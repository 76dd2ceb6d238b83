import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { summaryOf } from "./archive.mjs";
import { joinDatabase } from "./database.mjs";
import { ensureInstalled } from "./install.mjs";
import { clusterIn } from "./postgres-place.mjs";
import { endRunning } from "./process.mjs";
import { Sorry, say, step, tell } from "./say.mjs";
import { settingsOf } from "./settings.mjs";

/** `npm run backup [-- FILE]`: saves everything to one file, while people work. */

/** @param {Date} now */
const usualName = (now) => `glossator-${now.toISOString().slice(0, 19).replaceAll(":", "-")}Z.tar`;

process.on("SIGINT", endRunning).on("SIGTERM", endRunning).on("SIGHUP", endRunning);
await tell(async () => {
  await ensureInstalled();
  const settings = settingsOf(process.env);
  if (!settings.databaseUrl && !existsSync(clusterIn(settings.dataFolder))) {
    throw new Sorry(`There is no database in ${settings.dataFolder}: set GLOSSATOR_DATA or DATABASE_URL to yours.`);
  }
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? usualName(new Date()));
  // Loaded once the packages are there.
  const { rememberSaved, save } = await import("./save.mjs");
  const database = await joinDatabase(settings, { migrates: false });
  try {
    const manifest = await step("Saving everything", () => save(database.url, path));
    say(`Saved ${path}: ${summaryOf(manifest)}.`);
    say(
      "It holds every report and the hashes of passwords: keep it where only you can read it, and not on this disk alone.",
    );
    say("To check a copy of it: npm run restore -- --check COPY");
    await rememberSaved(database.url, path, manifest).catch((error) =>
      say(`It is whole, but the page for admins will not show it: ${error.message}`),
    );
  } finally {
    await database.stop();
  }
});
