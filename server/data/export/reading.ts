import { Client } from "pg";
import { to } from "pg-copy-streams";
import { stepBackInDatabase } from "../../threads/step-back";
import { withValues } from "./literal";

/** Some whole lines as COPY writes them, kept as bytes until they are read: so many strings would be moved about. */
export type Lines = Buffer;

/** The view of the database that another connection holds, on a connection of its own. */
export type Reading = {
  rows(text: string, values: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** The rows of a statement as COPY writes them, some whole lines at a time; `rowsIn` reads them. */
  copied(text: string, values: readonly unknown[]): AsyncGenerator<Lines>;
  end(): Promise<void>;
};

/** Milliseconds a slow reader may let the view wait for its next statement. */
const patience = 10 * 60_000;

const settings = [
  "statement_timeout = 0",
  `idle_in_transaction_session_timeout = ${patience}`,
  "timezone = 'UTC'",
  "datestyle = 'ISO'",
  // Rows are sorted report by report, and short statements need no compiler; others want the second processor.
  "work_mem = '32MB'",
  "jit = off",
  "max_parallel_workers_per_gather = 0",
];

/** For the thread that writes an export; `snapshot` was exported by a connection that still holds it. */
export async function openReading(databaseUrl: string, snapshot: string): Promise<Reading> {
  const client = new Client({ connectionString: databaseUrl, application_name: "glossator export", keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  await behindOthers(client);
  await client.query("begin transaction isolation level repeatable read read only");
  await client.query(withValues("set transaction snapshot $1", [snapshot]));
  await client.query(settings.map((each) => `set local ${each}`).join("; "));
  return {
    async rows(text, values) {
      return (await client.query<Record<string, unknown>>(text, [...values])).rows;
    },
    copied: (text, values) => copied(client, withValues(text, values)),
    end: () => client.end(),
  };
}

/** The database's process of this connection lets those of people's requests go first. */
async function behindOthers(client: Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  for (const { pid } of rows) stepBackInDatabase(pid);
}

const newLine = 10;

async function* copied(client: Client, statement: string): AsyncGenerator<Lines> {
  let rest: Buffer = Buffer.alloc(0);
  const chunks: AsyncIterable<Buffer> = client.query(to(`copy (${statement}) to stdout`));
  for await (const chunk of chunks) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = all.lastIndexOf(newLine);
    rest = all.subarray(end + 1);
    if (end >= 0) yield all.subarray(0, end);
  }
}

/** The cells of lines in COPY's text format as it writes them; `cellsFrom` reads them. */
export const rowsIn = (lines: Lines): string[][] => lines.toString("utf8").split("\n").map(split);
const split = (line: string) => line.split("\t");

/** The cells of a row; null is null. */
export const cellsFrom = (row: readonly string[]): (string | null)[] => row.map(cellFrom);

/** What a cell of COPY's text format says. */
export function cellFrom(text: string): string | null {
  if (text === "\\N") return null;
  return text.includes("\\") ? text.replaceAll(/\\(.)/g, (_, sign: string) => signs[sign] ?? sign) : text;
}

const signs: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
