import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { checkArchive, sha256, unusable } from "./archive.mjs";
import { copyInto, plainSettings, quoted, tablesOf } from "./backup-tables.mjs";
import { inTurn, locks, withClient } from "./database-client.mjs";
import { applyWithin, migrationsIn, migrationTable } from "./migrations.mjs";
import { interrupted } from "./process.mjs";
import { Sorry, step } from "./say.mjs";
import { expanded, filesIn } from "./tar.mjs";

/**
 * Puts a backup into an empty database, all of it or nothing, in one transaction: the schema that the backup was made
 * from, its rows, and then the migrations that have been written since.
 */

/** @typedef {import("./archive.mjs").Manifest} Manifest */
/** @typedef {import("./migrations.mjs").Migration} Migration */

/** Of one part; they are cut at 8 MB. */
const mostExpanded = 64 << 20;

/**
 * Looks through a backup before anything is done with it, and before a database is started.
 * @param {string} path @param {Migration[]} [known]
 * @returns {Promise<{ manifest: Manifest, schema: Migration[], since: Migration[] }>} `since`: newer than the backup
 */
export async function examine(path, known = migrationsIn()) {
  const manifest = await step("Checking the backup", () => checkArchive(path));
  const schema = schemaOf(manifest, known);
  return { manifest, schema, since: known.filter((migration) => !schema.includes(migration)) };
}

/**
 * @param {string} url @param {string} path @param {Awaited<ReturnType<typeof examine>>} examined
 */
export async function load(url, path, examined) {
  const work = (/** @type {import("pg").Client} */ client) => loadAll(client, { path, ...examined });
  await step("Restoring", () =>
    withClient(url, work).catch((error) => {
      throw inWords(error);
    }),
  );
}

/**
 * The migrations that the backup's database had. @param {Manifest} manifest @param {Migration[]} known
 */
function schemaOf({ migrations }, known) {
  const had = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of had) {
    const ours = known.find((each) => each.name === name);
    if (!ours) {
      throw new Sorry(
        `A newer version of Glossator made this backup (migration ${name}): nothing was changed. Update Glossator and restore again.`,
      );
    }
    if (ours.checksum !== checksum) {
      throw new Sorry(
        `This backup's database had another migration ${name} than this version of Glossator has: nothing was changed. Restore with the version that made it.`,
      );
    }
  }
  return known.filter(({ name }) => had.has(name));
}

/** @param {import("pg").Client} client @param {{ path: string, manifest: Manifest, schema: Migration[], since: Migration[] }} what */
async function loadAll(client, { path, manifest, schema, since }) {
  await inTurn(client, locks.migrations, "migrating, saving or restoring this database");
  await client.query("begin");
  await plainSettings(client);
  await refuseUsed(client);
  await client.query(migrationTable);
  for (const migration of schema) await applyWithin(client, migration);
  await refuseOtherTables(client, { path, manifest });
  const putBack = await setAside(client, await tablesOf(client));
  await fill(client, { path, manifest });
  for (const statement of putBack) await client.query(statement);
  for (const { name, last, called } of manifest.sequences) {
    await client.query("select setval($1::regclass, $2::bigint, $3)", [`public.${quoted(name)}`, last, called]);
  }
  for (const migration of since) await applyWithin(client, migration);
  await client.query("commit");
  await client.query("analyze");
}

/** @param {import("pg").Client} client */
async function refuseUsed(client) {
  const { rows } = await client.query(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S') limit 1",
  );
  if (rows.length === 0) return;
  throw new Sorry(
    "A backup is only restored into an empty database, and this one holds something already: nothing was changed. Set GLOSSATOR_DATA to a new folder, or DATABASE_URL to a new database.",
  );
}

/** @param {import("pg").Client} client @param {{ path: string, manifest: Manifest }} what */
async function refuseOtherTables(client, { path, manifest }) {
  const namesOf = (/** @type {import("./backup-tables.mjs").Table[]} */ tables) =>
    tables
      .map(({ name, columns }) => `${name} (${columns.toSorted().join(", ")})`)
      .sort()
      .join("\n");
  if (namesOf(await tablesOf(client)) === namesOf(manifest.tables)) return;
  throw unusable(path, "its tables are not those that its migrations make");
}

/**
 * Takes away what looks at single rows while many are loaded in no order.
 * @param {import("pg").Client} client @param {import("./backup-tables.mjs").Table[]} loaded
 * @returns {Promise<string[]>} what puts it back; a key that leads nowhere is refused then
 */
export async function setAside(client, loaded) {
  const { rows: keys } = await client.query(
    `select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as said
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  );
  for (const { on, name } of keys) await client.query(`alter table ${on} drop constraint ${quoted(name)}`);
  const tables = loaded.map(({ name }) => `public.${quoted(name)}`);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  return [
    ...tables.map((table) => `alter table ${table} enable trigger user`),
    ...keys.map(({ on, name, said }) => `alter table ${on} add constraint ${quoted(name)} ${said}`),
  ];
}

/** @param {import("pg").Client} client @param {{ path: string, manifest: Manifest }} what */
async function fill(client, { path, manifest }) {
  const files = filesIn(path);
  try {
    for (const table of manifest.tables) {
      const copy = client.query(copyFrom(copyInto(table)));
      await pipeline(Readable.from(contentOf(table.parts, { files, path })), copy);
      if (copy.rowCount === table.rows) continue;
      throw unusable(path, `${table.name} holds ${copy.rowCount} rows and should hold ${table.rows}`);
    }
  } finally {
    await files.return(undefined);
  }
}

/**
 * The tables' parts follow one another as the manifest names them.
 * @param {import("./archive.mjs").Part[]} parts @param {{ files: ReturnType<typeof filesIn>, path: string }} where
 */
async function* contentOf(parts, { files, path }) {
  for (const part of parts) {
    const { value, done } = await files.next();
    if (done || value.name !== part.name || sha256(value.content) !== part.sha256) {
      throw unusable(path, `${part.name} changed while it was read`);
    }
    yield await expanded(value.content, { maxOutputLength: mostExpanded });
  }
}

/** @param {unknown} error */
function inWords(error) {
  if (interrupted.aborted) return new Sorry("Interrupted: nothing was kept of the restore; the database is empty.");
  if (!(error instanceof Error) || error instanceof Sorry) return error;
  const remedy =
    "code" in error && error.code === "53100" ? "Make room on the database's disk and restore again" : "Restore again";
  return new Sorry(`The restore was cut short (${error.message}): nothing was kept of it. ${remedy}.`, {
    cause: error,
  });
}
