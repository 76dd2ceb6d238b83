import { createHash } from "node:crypto";
import { Sorry } from "./say.mjs";
import { filesIn, Unreadable } from "./tar.mjs";

/**
 * What a backup's archive holds, and whether it is whole: `data/TABLE/000001.copy.gz`, … in PostgreSQL's text format of
 * COPY, cut anywhere; then `manifest.json` with the size and SHA-256 of each; then `manifest.sha256`.
 */

/** @typedef {{ name: string, bytes: number, sha256: string }} Part */
/** @typedef {{ name: string, columns: string[], rows: number, parts: Part[] }} SavedTable */
/**
 * @typedef {{ format: "glossator-backup", version: number, madeAt: string, glossator: string, postgres: string,
 *   migrations: { name: string, checksum: string }[], tables: SavedTable[],
 *   sequences: import("./backup-tables.mjs").Sequence[], leftOut: string[] }} Manifest
 */

/** Raised whenever an older checkout could not read what a newer one writes. */
export const formatVersion = 1;

/** @param {Buffer | string} content */
export const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/**
 * Reads all of it; a backup that is incomplete, changed or none at all is refused in one sentence.
 * @param {string} path @returns {Promise<Manifest>}
 */
export async function checkArchive(path) {
  /** @type {Map<string, { bytes: number, sha256: string }>} */
  const found = new Map();
  let text = "";
  let sum = "";
  try {
    for await (const { name, content } of filesIn(path)) {
      if (name === "manifest.json") text = content.toString();
      else if (name === "manifest.sha256") sum = content.toString().trim();
      else found.set(name, { bytes: content.length, sha256: sha256(content) });
    }
    if (text === "" || sum === "") throw new Unreadable("its list of contents is missing, so it is not a whole backup");
    if (sha256(text) !== sum) throw new Unreadable("its list of contents was changed or damaged");
    const manifest = manifestOf(text);
    compare(manifest, found);
    return manifest;
  } catch (error) {
    throw error instanceof Unreadable ? unusable(path, error.message) : error;
  }
}

/** @param {string} text @returns {Manifest} */
function manifestOf(text) {
  const manifest = JSON.parse(text);
  if (manifest.format !== "glossator-backup") throw new Unreadable("it is not a backup of Glossator");
  if (manifest.version !== formatVersion) {
    throw new Unreadable(
      `a newer version of Glossator wrote it (backup format ${manifest.version}, this one reads ${formatVersion}), so update Glossator first`,
    );
  }
  return manifest;
}

/** @param {Manifest} manifest @param {Map<string, { bytes: number, sha256: string }>} found */
function compare({ tables }, found) {
  for (const { name, ...part } of tables.flatMap(({ parts }) => parts)) {
    const here = found.get(name);
    if (!here) throw new Unreadable(`${name} is missing`);
    if (here.bytes !== part.bytes || here.sha256 !== part.sha256)
      throw new Unreadable(`${name} was changed or damaged`);
    found.delete(name);
  }
  const [extra] = found.keys();
  if (extra !== undefined) throw new Unreadable(`it holds ${extra}, which does not belong to it`);
}

/** @param {string} path @param {string} why */
export const unusable = (path, why) =>
  new Sorry(`${path} can't be restored: ${why}. Nothing was changed; use another backup.`);

/** @param {Manifest} manifest */
export function summaryOf({ tables, madeAt, glossator }) {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.flatMap(({ parts }) => parts).reduce((sum, part) => sum + part.bytes, 0);
  return `${rows} rows in ${tables.length} tables, ${(bytes / 1e6).toFixed(1)} MB, saved ${madeAt} by Glossator ${glossator}`;
}
