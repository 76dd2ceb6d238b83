/** What a backup holds of a database: every table that the catalogue names, but for what is only true for a moment. */

/** @typedef {{ name: string, columns: string[] }} Table */
/** @typedef {{ name: string, last: string, called: boolean }} Sequence */

/** When this server was saved, the gazetteer (loaded anew from its files), what can be found by its words and the shingles of copies (made anew from the rest), one-time links, who is present, the test row that shows whether writing works, and counters of failed attempts. */
export const leftOut = [
  ...["backup", "gazetteer_load", "gazetteer_name", "gazetteer_place"],
  ...["one_time_link", "presence", "probe", "rate_limit", "search_part", "search_position"],
  ...["report_shingle", "report_sketch", "copy_position"],
];
/** Kept by `migrations.mjs`; a restore fills it while it makes the schema. */
const kept = "_prisma_migrations";

/**
 * What is saved in place of a column. A restored sign-in is ended and has a secret that nobody knows, since it may have
 * been ended after the backup; the key that its browser sealed unsent work with stays. A transaction's number means
 * nothing in another server, and an entry with one above that server's own would never be shown.
 * @type {Record<string, Record<string, string>>}
 */
const instead = {
  entry: { txid: "1::bigint" },
  session: {
    secret_hash: "sha256(convert_to('ended ' || id::text, 'UTF8'))",
    ended_at: "coalesce(ended_at, transaction_timestamp())",
  },
};

/** @param {import("pg").Client} client @returns {Promise<Table[]>} those that a backup holds */
export const tablesOf = async (client) =>
  (await everyTableOf(client)).filter(({ name }) => name !== kept && !leftOut.includes(name));

/** @param {import("pg").Client} client @returns {Promise<Table[]>} by name, columns in their order */
export async function everyTableOf(client) {
  const { rows } = await client.query(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      group by c.relname order by c.relname collate "C"`,
  );
  return rows;
}

/** @param {string} name */
export const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** @param {Table} table */
export function copyOutOf({ name, columns }) {
  const values = columns.map((column) => instead[name]?.[column] ?? quoted(column));
  return `copy (select ${values.join(", ")} from public.${quoted(name)}) to stdout`;
}

/** @param {Table} table */
export const copyInto = ({ name, columns }) =>
  `copy public.${quoted(name)} (${columns.map(quoted).join(", ")}) from stdin`;

/** @param {import("pg").Client} client @returns {Promise<Sequence[]>} */
export async function sequencesOf(client) {
  const { rows } = await client.query(
    "select sequencename as name from pg_sequences where schemaname = 'public' order by 1",
  );
  const sequences = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query(
      `select last_value::text as last, is_called as called from public.${quoted(name)}`,
    );
    sequences.push({ name, ...found[0] });
  }
  return sequences;
}

/**
 * Nothing that somebody configured may cut a long COPY short, or change how values are written and read.
 * @param {import("pg").Client} client in a transaction, for which alone it holds
 */
export async function plainSettings(client) {
  const settings = {
    ...{ statement_timeout: "0", idle_in_transaction_session_timeout: "0", lock_timeout: "0" },
    ...{ client_encoding: "UTF8", client_min_messages: "warning", timezone: "UTC" },
    ...{ datestyle: "ISO, YMD", intervalstyle: "postgres", extra_float_digits: "3", bytea_output: "hex" },
  };
  for (const [name, value] of Object.entries(settings))
    await client.query("select set_config($1, $2, true)", [name, value]);
}
