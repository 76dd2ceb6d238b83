import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Sorry } from "./say.mjs";

/**
 * Makes a folder and those above it that are missing, for this account alone. One by one: where no folder can be made
 * (as under /proc), Node's own `recursive` tries for ever.
 * @param {string} path absolute
 */
export function makeFolder(path) {
  for (const each of missing(path)) makeOne(each, path);
  if (!statSync(path).isDirectory()) throw inTheWay(path);
}

/** From the outermost on. @param {string} path @returns {string[]} */
const missing = (path) => (existsSync(path) ? [] : [...missing(dirname(path)), path]);

/** @param {string} folder @param {string} wanted */
function makeOne(folder, wanted) {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "EEXIST" && existsSync(folder)) return;
    if (code === "EEXIST") throw inTheWay(folder);
    if (code !== "ENOENT") throw error;
    throw new Sorry(
      `No folder can be made at ${wanted}, because ${dirname(folder)} takes none: set GLOSSATOR_DATA to a folder on a disk.`,
      { cause: error },
    );
  }
}

/** @param {string} path */
const inTheWay = (path) => new Sorry(`${path} is no folder: set GLOSSATOR_DATA to another one.`);
