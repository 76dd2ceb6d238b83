import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/**
 * 256 random bits in a file that only we can read, made when first asked for.
 * @param {string} folder @param {string} [name] `secret` signs sessions and links: losing it signs everybody out, nothing else
 */
export function secretIn(folder, name = "secret") {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(`${path}.new`, { force: true });
    const file = openSync(`${path}.new`, "wx", 0o600);
    writeFileSync(file, randomBytes(32).toString("hex"));
    fsyncSync(file);
    closeSync(file);
    renameSync(`${path}.new`, path);
  }
  return readFileSync(path, "utf8").trim();
}

/**
 * What was signed with it is worth nothing from now on; a new one is made when it is asked for.
 * @param {string} folder
 */
export const forgetSecret = (folder) => rmSync(join(folder, "secret"), { force: true });
