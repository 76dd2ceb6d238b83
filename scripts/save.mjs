import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { to as copyTo } from "pg-copy-streams";
import { formatVersion, sha256 } from "./archive.mjs";
import { copyOutOf, leftOut, plainSettings, sequencesOf, tablesOf } from "./backup-tables.mjs";
import { inTurn, locks, withClient } from "./database-client.mjs";
import { interrupted, isAlive } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry } from "./say.mjs";
import { endOfArchive, fileOf } from "./tar.mjs";

/** Writes everything that a database holds, as it was at one moment, to one file, while people work. */

/** @typedef {import("./archive.mjs").Manifest} Manifest */
/** @typedef {import("./archive.mjs").Part} Part */

/** Bytes of a part before it is compressed; what is in memory at a time. */
const partSize = 8 << 20;
const compressed = promisify(gzip);

/**
 * @param {string} url @param {string} path of the archive to make: only a whole one ever has this name
 * @returns {Promise<Manifest>}
 */
export async function save(url, path) {
  if (!existsSync(dirname(path)))
    throw new Sorry(`There is no folder ${dirname(path)}: make it, or name another file.`);
  if (existsSync(path)) throw new Sorry(`There is already a file ${path}: give the backup another name.`);
  forgetPartial(path);
  const partial = `${path}.${process.pid}.partial`;
  try {
    const file = openSync(partial, "wx", 0o600);
    try {
      const manifest = await withClient(url, (client) => saveAll(client, file));
      fsyncSync(file);
      renameSync(partial, path);
      return manifest;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(partial, { force: true });
    throw inWords(error, path);
  }
}

/**
 * Tells the database that it was saved, so that admins see how long ago.
 * @param {string} url @param {string} path @param {Manifest} manifest
 */
export async function rememberSaved(url, path, { madeAt }) {
  await withClient(url, async (client) => {
    const { rows } = await client.query("select to_regclass('public.backup') is not null as known");
    if (!rows[0].known) return;
    const values = [randomUUID(), madeAt, statSync(path).size];
    await client.query("insert into backup (id, made_at, bytes) values ($1, $2, $3)", values);
  });
}

/** What backups of this name left behind when they were killed. @param {string} path */
function forgetPartial(path) {
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const pid = Number(/^\.(\d+)\.partial$/.exec(name.slice(basename(path).length))?.[1]);
    if (pid > 0 && !isAlive(pid)) rmSync(join(dirname(path), name), { force: true });
  }
}

/** @param {import("pg").Client} client @param {number} file @returns {Promise<Manifest>} */
async function saveAll(client, file) {
  await inTurn(client, locks.migrations, "migrating or restoring this database", { shared: true });
  await client.query("begin isolation level repeatable read read only");
  await plainSettings(client);
  const at = new Date();
  const write = (/** @type {string} */ name, /** @type {Buffer} */ content) =>
    writeAll(file, fileOf(name, content, at));
  const migrations = await migrationsOf(client);
  const tables = [];
  for (const table of await tablesOf(client)) tables.push({ ...table, ...(await saveTable(client, table, write)) });
  const { rows: server } = await client.query("show server_version");
  /** @type {Manifest} */
  const manifest = {
    ...{ format: "glossator-backup", version: formatVersion, madeAt: at.toISOString() },
    glossator: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    ...{ postgres: server[0].server_version, migrations, tables },
    ...{ sequences: await sequencesOf(client), leftOut },
  };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  write("manifest.json", text);
  write("manifest.sha256", Buffer.from(`${sha256(text)}\n`));
  writeAll(file, endOfArchive);
  await client.query("commit");
  return manifest;
}

/** @param {import("pg").Client} client */
async function migrationsOf(client) {
  const { rows: found } = await client.query("select to_regclass('public._prisma_migrations') is not null as ours");
  if (!found[0].ours) throw new Sorry("This database holds nothing of Glossator, so there is nothing to save.");
  const { rows } = await client.query(
    "select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null order by 1",
  );
  return rows;
}

/**
 * @param {import("pg").Client} client @param {import("./backup-tables.mjs").Table} table
 * @param {(name: string, content: Buffer) => void} write
 * @returns {Promise<{ rows: number, parts: Part[] }>}
 */
async function saveTable(client, table, write) {
  /** @type {Part[]} */
  const parts = [];
  /** @type {Buffer[]} */
  let waiting = [];
  let length = 0;
  const finishPart = async () => {
    const content = await compressed(Buffer.concat(waiting), { level: 3 });
    [waiting, length] = [[], 0];
    const name = `data/${table.name}/${String(parts.length + 1).padStart(6, "0")}.copy.gz`;
    write(name, content);
    parts.push({ name, bytes: content.length, sha256: sha256(content) });
  };
  const copy = client.query(copyTo(copyOutOf(table)));
  for await (const chunk of copy) {
    waiting.push(chunk);
    length += chunk.length;
    if (length >= partSize) await finishPart();
  }
  if (length > 0) await finishPart();
  return { rows: copy.rowCount, parts };
}

/** @param {number} file @param {Buffer} bytes */
function writeAll(file, bytes) {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** @param {unknown} error @param {string} path */
function inWords(error, path) {
  const rest = "no backup was made, and the database is as it was";
  if (interrupted.aborted) return new Sorry(`Interrupted: ${rest}.`);
  if (!(error instanceof Error) || error instanceof Sorry) return error;
  const reason = /** @type {NodeJS.ErrnoException} */ (error).code;
  if (reason === "ENOSPC" || reason === "EDQUOT") {
    return new Sorry(`The disk of ${path} is full: ${rest}. Make room, or name a file on another disk.`, {
      cause: error,
    });
  }
  if (reason === "EACCES" || reason === "EPERM" || reason === "EROFS") {
    return new Sorry(`This account may not write ${path}: ${rest}. Name a file in a folder of your own.`, {
      cause: error,
    });
  }
  return new Sorry(`The backup was cut short (${error.message}): ${rest}. Try again.`, { cause: error });
}
