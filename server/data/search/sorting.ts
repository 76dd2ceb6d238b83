import "server-only";
import { pool } from "@/server/data/pool";

/** Lines by their key, on disk: for more of them than memory should hold. */
export type Sorting = {
  add(lines: readonly { key: string; line: string }[]): Promise<void>;
  /** All lines by their keys, those without one last and equal ones as they came; some at a time. */
  sorted(): AsyncGenerator<string[]>;
  end(): void;
};

const atOnce = 2000;

/** No transaction is held: while one runs, nobody hears of anything new. The connection ends with its table. */
export async function openSorting(): Promise<Sorting> {
  const client = await pool().connect();
  await client.query("set statement_timeout = '10min'");
  await client.query(`create temporary table sorting (nth bigint generated always as identity, last boolean, key text collate "C",
    line text)`);
  return {
    async add(lines) {
      await client.query(
        `insert into sorting (last, key, line) select x.key = '', left(x.key, 500), x.line
           from unnest($1::text[], $2::text[]) with ordinality as x(key, line, nth) order by x.nth`,
        [lines.map(({ key }) => key), lines.map(({ line }) => line)],
      );
    },
    async *sorted() {
      await client.query("create unique index on sorting (last, key, nth)");
      await client.query("analyze sorting");
      for (let after: unknown[] = [false, "", 0]; ; ) {
        const { rows } = await client.query<{ last: boolean; key: string; nth: string; line: string }>(
          `select last, key, nth, line from sorting where (last, key, nth) > ($1::boolean, $2::text, $3::bigint)
            order by last, key, nth limit ${atOnce}`,
          after,
        );
        if (rows.length > 0) yield rows.map(({ line }) => line);
        const end = rows.at(-1);
        if (!end || rows.length < atOnce) return;
        after = [end.last, end.key, end.nth];
      }
    },
    end: () => client.release(true),
  };
}
