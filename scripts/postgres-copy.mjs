import { statfsSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { copyInto, everyTableOf, plainSettings, quoted, sequencesOf } from "./backup-tables.mjs";
import { withClient } from "./database-client.mjs";
import { setAside } from "./load.mjs";
import { migrationsIn, migrationTable } from "./migrations.mjs";
import { beside, draft, makeWithLetters, replaced, tidyUp } from "./postgres-letters.mjs";
import { interrupted } from "./process.mjs";
import { Sorry } from "./say.mjs";

/**
 * Copies the database of our own server into a new one beside it and puts that in its place. Nobody can sign in to the
 * old one meanwhile; it goes when the new one has been compared with it, row by row and key by key. Whatever happens
 * before that, the old one is in its place, and the next start begins again.
 */

/** @typedef {import("pg").Client} Client */
/** @typedef {import("./backup-tables.mjs").Table} Table */

/**
 * @param {string} adminUrl @param {string} url @param {string[]} locales
 * @returns {Promise<{ locale: string, rows: number }>} a `Sorry` when the old one stays
 */
export async function copyBeside(adminUrl, url, locales) {
  return withClient(adminUrl, async (admin) => {
    await admin.query("set client_min_messages = warning");
    await tidyUp(admin);
    await refuseSmallDisk(admin);
    try {
      await admin.query("alter database glossator connection limit 0");
      await refuseOthers(admin);
      const locale = await makeWithLetters(admin, draft, locales);
      if (locale === undefined) throw new Sorry("this system has no UTF-8 locale; install C.UTF-8 and start again.");
      const rows = await copied(beside(adminUrl, "glossator"), beside(url, draft));
      await swap(admin);
      return { locale, rows };
    } catch (error) {
      interrupted.throwIfAborted();
      await admin.query("alter database glossator connection limit -1");
      await tidyUp(admin);
      throw inWords(error);
    }
  });
}

/** @param {Client} admin */
async function swap(admin) {
  await admin.query("begin");
  await admin.query(`alter database glossator rename to ${replaced}`);
  await admin.query(`alter database ${draft} rename to glossator`);
  await admin.query("commit");
  await tidyUp(admin);
}

/** @param {Client} admin */
async function refuseOthers(admin) {
  const { rows } = await admin.query(
    "select count(*)::int as others from pg_stat_activity where datname = 'glossator'",
  );
  if (rows[0].others > 0) throw new Sorry("the database is in use, so it is copied at the next start.");
}

/** Room for everything once more. @param {Client} admin */
async function refuseSmallDisk(admin) {
  const { rows } = await admin.query(
    "select pg_database_size('glossator')::text as size, current_setting('data_directory') as folder",
  );
  const room = roomIn(rows[0].folder);
  const needed = Number(rows[0].size) * 1.3;
  if (room === undefined || room > needed) return;
  throw new Sorry(`make ${Math.ceil((needed - room) / 1e6)} MB of room on the database's disk and start again.`);
}

/** Bytes; undefined where the folder can't be seen from here. @param {string} folder */
function roomIn(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/** @param {string} from as the server's administrator @param {string} to as the owner @returns {Promise<number>} rows */
const copied = (from, to) =>
  withClient(from, (old) =>
    withClient(to, async (fresh) => {
      await old.query("begin isolation level repeatable read read only");
      await fresh.query("begin");
      for (const client of [old, fresh]) await plainSettings(client);
      const tables = await everyTableOf(old);
      await fill(old, fresh, tables);
      await fresh.query("commit");
      await fresh.query("begin read only");
      await plainSettings(fresh);
      const rows = await verify(old, fresh, tables);
      await fresh.query("commit");
      await fresh.query("analyze");
      return rows;
    }),
  );

/** @param {Client} old @param {Client} fresh @param {Table[]} tables */
async function fill(old, fresh, tables) {
  await fresh.query(migrationTable);
  for (const { sql } of migrationsIn()) await fresh.query(sql);
  refuseDifference(await shapeOf(old), await shapeOf(fresh));
  const putBack = await setAside(fresh, await everyTableOf(fresh));
  await fresh.query(`truncate ${tables.map(({ name }) => `public.${quoted(name)}`).join(", ")}`);
  for (const table of tables) {
    const columns = table.columns.map(quoted).join(", ");
    const out = old.query(copyTo(`copy public.${quoted(table.name)} (${columns}) to stdout`));
    await pipeline(out, fresh.query(copyFrom(copyInto(table))));
  }
  for (const statement of putBack) await fresh.query(statement);
  for (const { name, last, called } of await sequencesOf(old)) {
    await fresh.query("select setval($1::regclass, $2::bigint, $3)", [`public.${quoted(name)}`, last, called]);
  }
}

/** @param {Client} old @param {Client} fresh @param {Table[]} tables */
async function verify(old, fresh, tables) {
  let rows = 0;
  for (const table of tables) {
    const [was, is] = await Promise.all([old, fresh].map((client) => sumOf(client, table)));
    if (was?.sum !== is?.sum) throw new Sorry(`its copy was not the same (${table.name}); start again.`);
    rows += Number(was?.rows ?? 0);
  }
  refuseDifference(await shapeOf(old), await shapeOf(fresh));
  return rows;
}

/** Of all rows, in whatever order they are. @param {Client} client @param {Table} table */
async function sumOf(client, { name }) {
  const { rows } = await client.query(
    `select count(*)::text as rows, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum
       from public.${quoted(name)} as t`,
  );
  return rows[0];
}

/**
 * Everything in the database that is not a row: nothing of it may be missing in the copy.
 * @param {Client} client @returns {Promise<string[]>}
 */
async function shapeOf(client) {
  const { rows } = await client.query(
    `with ours as (select oid, nspname from pg_namespace
                    where nspname not in ('pg_catalog', 'information_schema') and nspname !~ '^pg_(toast|temp)')
     select nspname || ' ' || relname || ' ' || relkind::text || ' ' || coalesce(
              pg_get_indexdef(i.indexrelid),
              (select string_agg(attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull, ', ' order by attnum)
                 from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped), '') as it
       from pg_class c join ours on ours.oid = relnamespace left join pg_index i on i.indexrelid = c.oid
     union all select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(c.oid) || ' ' || convalidated
       from pg_constraint c join ours on ours.oid = connamespace
     union all select tgrelid::regclass::text || ' ' || pg_get_triggerdef(oid) || ' ' || tgenabled::text
       from pg_trigger where not tgisinternal
     union all select nspname || ' ' || proname || ' ' || md5(prosrc) from pg_proc p join ours on ours.oid = pronamespace
     union all select 'schema ' || nspname from ours
     union all select 'extension ' || extname from pg_extension
     order by 1`,
  );
  return rows.map(({ it }) => it);
}

/** @param {string[]} was @param {string[]} is */
function refuseDifference(was, is) {
  const [odd] = was.filter((each) => !is.includes(each)).concat(is.filter((each) => !was.includes(each)));
  if (odd === undefined) return;
  const name = odd.split(" ").slice(0, 2).join(" ");
  throw new Sorry(`the database holds what Glossator's migrations do not make (${name}), so it is left as it is.`);
}

/** @param {unknown} error */
function inWords(error) {
  if (!(error instanceof Error) || error instanceof Sorry) return error;
  return new Sorry(`copying the database failed (${error.message}); it is used as it is until the next start.`, {
    cause: error,
  });
}
