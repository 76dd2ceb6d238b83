import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * What package-lock.json has to promise: no package below the oldest version known to be safe (safe-versions.json;
 * `npm audit` is not available everywhere), and an entry for every platform's optional package, without which `npm ci`
 * refuses it.
 */

/** @typedef {Record<string, { version?: string, optionalDependencies?: Record<string, string> }>} Packages */

/** @returns {string[]} what is wrong, in words */
export function troublesOfLockfile() {
  /** @type {Packages} */
  const packages = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const safe = JSON.parse(readFileSync(join(root, "scripts", "safe-versions.json"), "utf8"));
  return [...unsafe(packages, safe), ...missing(packages)];
}

/** @param {Packages} packages @param {Record<string, string>} safe */
export function unsafe(packages, safe) {
  return Object.entries(packages).flatMap(([path, { version = "" }]) => {
    const oldest = safe[path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)];
    return oldest && isOlder(version, oldest) ? [`${path} is ${version}; the oldest safe version is ${oldest}.`] : [];
  });
}

/** @param {Packages} packages */
export function missing(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isReachable(packages, path, name))
      .map((name) => `${path} asks for ${name}, which has no entry: \`npm ci\` will refuse the lockfile.`),
  );
}

/** Whether a package finds another the way Node looks for it, upwards. @param {Packages} packages @param {string} from @param {string} name */
function isReachable(packages, from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")))) {
    if (packages[`${place ? `${place}/` : ""}node_modules/${name}`]) return true;
    if (!place) return false;
  }
}

/** @param {string} version @param {string} other */
export function isOlder(version, other) {
  const [mine, theirs] = [version, other].map((each) => each.split("-")[0]?.split(".").map(Number) ?? []);
  for (let place = 0; place < 3; place += 1) {
    const difference = (mine?.[place] ?? 0) - (theirs?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return version.includes("-") && !other.includes("-");
}
