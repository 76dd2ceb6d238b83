import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { noSuchLocale, utf8Locales } from "./postgres-locale.mjs";
import { clusterIn, own, pathSeenBy, placeOf } from "./postgres-place.mjs";
import { run } from "./process.mjs";
import { Sorry } from "./say.mjs";

/** The cluster on disk: made whole or not at all, and only read by the major version that made it. */

/** @typedef {import("./postgres-files.mjs").PostgresFiles} PostgresFiles */

/**
 * @param {string} folder @param {PostgresFiles} files @param {string} secret
 * @param {string[]} [locales] that may say what is a letter; the first that works is taken
 */
export async function makeCluster(folder, files, secret, locales = utf8Locales()) {
  const cluster = clusterIn(folder);
  if (existsSync(cluster)) return;
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  own(draft, files);
  const passwordFile = join(draft, "..", "postgres.initial");
  try {
    for (const locale of [...locales, "C"]) {
      const { code, output } = await initialise(draft, files, { secret, passwordFile, locale });
      if (code === 0) break;
      if (locale === "C" || !noSuchLocale(output)) throw notInitialised(output, folder);
    }
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Sorting and case are PostgreSQL's own in every cluster; the locale says what is a letter, for trigrams and full text.
 * @param {string} draft @param {PostgresFiles} files @param {{ secret: string, passwordFile: string, locale: string }} wish
 */
async function initialise(draft, files, { secret, passwordFile, locale }) {
  writeFileSync(passwordFile, `${secret}\n`, { mode: 0o600 });
  own(passwordFile, files);
  const password = openSync(passwordFile, "r");
  const onUnix = process.platform !== "win32";
  const args = ["-D", pathSeenBy(files, draft), "-U", "postgres", "-E", "UTF8", "-A", "scram-sha-256"];
  args.push(
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${locale}`,
    "--data-checksums",
    "--no-instructions",
  );
  args.push(`--pwfile=${onUnix ? "/dev/fd/3" : passwordFile}`);
  try {
    return await run(join(files.bin, "initdb"), args, {
      ...placeOf(draft, files),
      stdio: ["ignore", "pipe", "pipe", ...(onUnix ? [password] : [])],
    });
  } finally {
    closeSync(password);
  }
}

/** @param {string} output @param {string} folder */
function notInitialised(output, folder) {
  if (/No space left|Disk quota/.test(output)) {
    return new Sorry(`The disk is full at ${folder}: make room (about 100 MB) and start again.`);
  }
  const sentence = `The database could not be made in ${folder}: see the lines above, or set DATABASE_URL to a PostgreSQL 15 or newer.`;
  return new Sorry(sentence, { details: output });
}

/** @param {string} folder @param {PostgresFiles} files */
export function refuseOtherMajor(folder, files) {
  const made = Number(readFileSync(join(clusterIn(folder), "PG_VERSION"), "utf8"));
  if (made === files.major) return;
  throw new Sorry(
    `The database in ${folder} was made by PostgreSQL ${made} and this version of Glossator brings PostgreSQL ${files.major}, which can't read it: nothing was changed; back it up with the version of Glossator that made it (\`npm run backup\`), and restore it with this one into a new folder.`,
  );
}
