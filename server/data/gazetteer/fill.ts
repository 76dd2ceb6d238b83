import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from } from "pg-copy-streams";
import type { GazetteerPlace } from "@/domain/gazetteer/geonames";
import { nameKey } from "@/domain/gazetteer/name-key";
import { pool } from "@/server/data/pool";
import { sql } from "@/server/data/transaction";

export type GazetteerState = {
  state: "loading" | "loaded" | "failed";
  version: string;
  done: number;
  of: number;
  problem: string | null;
};

/** What the gazetteer holds; undefined before it was first loaded. */
export async function gazetteerState(): Promise<GazetteerState | undefined> {
  const [row] = await sql.rows<GazetteerState>(
    'select state, version, done, "of", problem from gazetteer_load where id = 1',
    [],
    "gazetteer-state",
  );
  return row;
}

export async function sayGazetteer({ state, version, done, of, problem }: GazetteerState): Promise<void> {
  await sql.rows(
    `insert into gazetteer_load (id, state, version, done, "of", problem, at) values (1, $1, $2, $3, $4, $5, now())
     on conflict (id) do update set (state, version, done, "of", problem, at) =
       (excluded.state, excluded.version, excluded.done, excluded."of", excluded.problem, excluded.at)`,
    [state, version, done, of, problem],
  );
}

/** Rows that are written between two words of progress. */
const atOnce = 20_000;

/**
 * Puts these places into the gazetteer in place of what it held, in one transaction: look-ups see the old ones until the
 * new ones are all there. False when somebody else is filling it right now.
 */
export async function fillGazetteer(
  places: readonly GazetteerPlace[],
  onProgress: (done: number, of: number) => Promise<void>,
): Promise<boolean> {
  const names = namesOf(places);
  const of = places.length + names.length;
  const client = await pool().connect();
  try {
    await client.query("begin");
    await client.query("set local statement_timeout = 0");
    await client.query("set local idle_in_transaction_session_timeout = 0");
    const { rows } = await client.query("select pg_try_advisory_xact_lock(hashtext('gazetteer')) as mine");
    if (!rows[0]?.mine) {
      await client.query("rollback");
      return false;
    }
    await client.query("delete from gazetteer_name");
    await client.query("delete from gazetteer_place");
    await copyIn(client, { into: placeColumns, rows: places.map(lineOf) }, (done) => onProgress(done, of));
    await copyIn(client, { into: "gazetteer_name (key, place_id)", rows: names }, (done) =>
      onProgress(places.length + done, of),
    );
    await client.query("commit");
    await client.query("analyze gazetteer_place, gazetteer_name");
    client.release();
    return true;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

const placeColumns =
  "gazetteer_place (id, name, key, feature, country, admin1, admin2, latitude, longitude, population, names)";

/** In the order of their keys, so that the index is written from left to right. */
function namesOf(places: readonly GazetteerPlace[]): string[] {
  const lines = places.flatMap(({ id, names }) => {
    const keys = new Set(names.map(nameKey));
    return [...keys].filter(Boolean).map((key) => `${cell(key)}\t${cell(id)}\n`);
  });
  return lines.sort();
}

/** In COPY's text format: https://www.postgresql.org/docs/current/sql-copy.html */
const cell = (value: string | number | undefined) =>
  value === undefined ? "\\N" : String(value).replace(/[\\\n\r\t]/g, (found) => escapes[found] ?? "");
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const lineOf = (place: GazetteerPlace) => {
  const list = `{${place.names.map((name) => `"${name.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
  const { id, name, feature, country, admin1, admin2, latitude, longitude, population } = place;
  const cells = [id, name, nameKey(name), feature, country, admin1, admin2, latitude, longitude, population, list];
  return `${cells.map(cell).join("\t")}\n`;
};

async function copyIn(
  client: PoolClient,
  { into, rows }: { into: string; rows: readonly string[] },
  onProgress: (done: number) => Promise<void>,
): Promise<void> {
  async function* parts() {
    for (let at = 0; at < rows.length; at += atOnce) {
      yield rows.slice(at, at + atOnce).join("");
      await onProgress(Math.min(rows.length, at + atOnce));
    }
  }
  await pipeline(Readable.from(parts()), client.query(from(`copy ${into} from stdin`)));
}
