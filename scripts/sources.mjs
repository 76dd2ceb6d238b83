import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./root.mjs";

/**
 * What the production build is made from, and nothing else: a log, a data folder or an editor's backup beside it must
 * not cost anybody a build. `sources.test.mjs` follows the imports and fails when something built is missing here.
 */

const codeFolders = ["app", "client", "components", "domain", "editor", "messages", "server"];
const codeFile = /\.(?:[cm]?[jt]sx?|json|css|svg|ico|png|jpe?g|webp|woff2?)$/;
/** Only tests import these. */
const forTests = /\.(?:test|spec|fixture)\.\w+$/;

/** Everything in here is served as it is. */
export const servedFolder = "public";
/** Left behind by editors, file managers and patches. */
const leftover = /^\.|^#.*#$|~$|\.(?:bak|orig|rej|swp|tmp)$|^(?:Thumbs\.db|desktop\.ini)$/i;

const singleFiles = [
  ".env",
  ".env.local",
  ".env.production",
  ".env.production.local",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "prisma/schema.prisma",
  "proxy.ts",
  "tsconfig.json",
];

/**
 * @param {string} [folder] the checkout
 * @returns {string} the hash of every file that the build is made from, and of the Node that makes it
 */
export function hashOfSources(folder = root) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0] ?? "");
  for (const path of sourcesOf(folder)) hash.update(`\0${path}\0`).update(readFileSync(join(folder, path)));
  return hash.digest("hex").slice(0, 20);
}

/** @param {string} [folder] the checkout @returns {string[]} paths below it with slashes, sorted */
export function sourcesOf(folder = root) {
  const code = codeFolders.flatMap((name) => filesIn(join(folder, name), isCode));
  const served = filesIn(join(folder, servedFolder), isServed);
  const below = [...code, ...served].map((path) => relative(folder, path).split(sep).join("/"));
  return [...singleFiles.filter((name) => existsSync(join(folder, name))), ...below].sort();
}

/** @param {string} name */
const isCode = (name) => codeFile.test(name) && !forTests.test(name) && !leftover.test(name);

/** @param {string} name of a file or folder */
export const isServed = (name) => !leftover.test(name);

/** @param {string} folder @param {(name: string) => boolean} wanted @returns {string[]} */
function filesIn(folder, wanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isServed(entry.name) ? filesIn(path, wanted) : [];
    return entry.isFile() && wanted(entry.name) ? [path] : [];
  });
}
