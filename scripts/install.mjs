import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry, step } from "./say.mjs";

/** Installs the packages of package-lock.json when node_modules is not what it says. Runs on a bare Node. */

const oldestNode = { major: 20, minor: 19 };

/** @param {string} version like "20.19.0" */
export function refuseOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor)) return;
  throw new Sorry(
    `Glossator needs Node ${oldestNode.major}.${oldestNode.minor} or newer and this is ${version}: install a newer one from https://nodejs.org and start again.`,
  );
}

/** @param {{ development?: boolean }} [options] `development`: the tools for tests and checks have to be there too */
export async function ensureInstalled({ development = false } = {}) {
  const [wanted, found] = [lockfile("package-lock.json"), lockfile("node_modules/.package-lock.json")];
  if (!wanted) throw new Sorry("package-lock.json is missing: restore it with `git checkout package-lock.json`.");
  if (found && isInstalled(wanted, found, { development })) return;
  await step("Installing packages (npm ci)", npmCi);
}

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }>} Packages */

/** @param {string} name @returns {Packages | undefined} */
function lockfile(name) {
  const path = join(root, name);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether what is installed is what the lockfile asks for; packages for other machines may be missing.
 * @param {Packages} wanted @param {Packages} found @param {{ development: boolean }} options
 */
export function isInstalled(wanted, found, { development }) {
  for (const [path, { version, integrity, optional, dev, devOptional }] of Object.entries(wanted)) {
    if (path === "") continue;
    const here = found[path];
    if (
      here
        ? here.version !== version || here.integrity !== integrity
        : !(optional || (!development && (dev || devOptional)))
    ) {
      return false;
    }
  }
  return Object.keys(found).every((path) => path in wanted);
}

async function npmCi() {
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const { npm_config_omit: _, NODE_ENV: __, ...env } = process.env;
  const { code, output } =
    npm && /npm-cli\.c?js$/.test(npm)
      ? await run(process.execPath, [npm, ...args], { cwd: root, env })
      : await run("npm", args, { cwd: root, env, shell: process.platform === "win32" });
  if (code === 0) return;
  if (/ENOSPC/.test(output)) throw new Sorry(`The disk is full at ${root}: make room (about 1 GB) and start again.`);
  if (/EACCES|EROFS|EPERM/.test(output)) {
    throw new Sorry(
      `This account may not write to ${root}: clone it to a folder of your own, or run \`npm ci\` as its owner.`,
      { details: output },
    );
  }
  throw new Sorry(
    "The packages could not be installed: check the connection to the npm registry (`npm ping`) and start again.",
    { details: output },
  );
}
