import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inTurn, locks, withClient } from "./database-client.mjs";
import { root } from "./root.mjs";
import { Sorry } from "./say.mjs";

/**
 * Brings a database to the schema of this checkout. Each migration and its row in Prisma's `_prisma_migrations` are one
 * transaction, so a start that dies halfway leaves nothing half done; `prisma migrate deploy` understands the same table.
 */

export const migrationTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */
/** @typedef {{ migration_name: string, checksum: string, finished_at: Date | null }} Applied */

/** @returns {Migration[]} in the order they were written */
export function migrationsIn(folder = join(root, "prisma", "migrations")) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * @param {string} url @param {Migration[]} [migrations]
 * @returns {Promise<string[]>} the names of those applied now
 */
export async function migrate(url, migrations = migrationsIn()) {
  return withClient(url, async (client) => {
    await inTurn(client, locks.migrations, "migrating or saving this database");
    await client.query("set client_min_messages = warning");
    await client.query(migrationTable);
    const { rows } = await client.query(
      "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
    );
    const due = dueOf(migrations, rows);
    for (const migration of due) await apply(client, migration);
    return due.map(({ name }) => name);
  });
}

/**
 * The migrations still to apply; refuses a history that is not ours to continue.
 * @param {Migration[]} migrations @param {Applied[]} applied
 */
export function dueOf(migrations, applied) {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const ours = known.get(name);
    if (!ours) {
      throw new Sorry(
        `The database was made by a newer version of Glossator (migration ${name}): update this checkout, or use another database; nothing was changed.`,
      );
    }
    if (!finished_at) {
      throw new Sorry(
        `The migration ${name} was begun by another tool and never finished: settle it with \`npx prisma migrate resolve\`; nothing was changed.`,
      );
    }
    if (ours.checksum !== checksum) {
      throw new Sorry(
        `The migration ${name} was edited after this database applied it: restore the file and write the change as a new migration; nothing was changed.`,
      );
    }
  }
  const done = new Set(applied.map(({ migration_name }) => migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** @param {import("pg").Client} client @param {Migration} migration */
async function apply(client, migration) {
  await client.query("begin");
  try {
    await applyWithin(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw refused(migration.name, error);
  }
}

/** A migration and its row, in a transaction of the caller's. @param {import("pg").Client} client @param {Migration} migration */
export async function applyWithin(client, { name, sql, checksum }) {
  await client.query(sql);
  await client.query(
    "insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) values ($1, $2, $3, now(), clock_timestamp(), 1)",
    [randomUUID(), checksum, name],
  );
}

/** @param {string} name @param {unknown} error */
function refused(name, error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "53100")
    return new Sorry("The database's disk is full: make room and start again; nothing was changed.");
  if (code === "42501") {
    return new Sorry(
      `The database's user may not do what migration ${name} needs (${error instanceof Error ? error.message : ""}): grant it CREATE on the database and its schema; nothing was changed.`,
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Sorry(`Migration ${name} was refused by the database (${reason}); nothing was changed.`, { cause: error });
}
