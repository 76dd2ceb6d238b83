import "server-only";
import { z } from "zod";
import { type Brake, delayAfter } from "@/domain/access/brake";
import { sql } from "@/server/data/transaction";

/** One statement, so that many attempts at once are counted one after the other. $3 are the delays after 1, 2, 3… */
const count = `
  insert into rate_limit as r (key, failures, last_at, blocked_to) values ($1, 1, clock_timestamp(), 'epoch')
  on conflict (key) do update
    set failures = case when r.last_at < clock_timestamp() - make_interval(secs => $2) then 1 else r.failures + 1 end,
        last_at = clock_timestamp(),
        blocked_to = case when r.last_at < clock_timestamp() - make_interval(secs => $2) then 'epoch' else
          clock_timestamp() + make_interval(secs => ($3::float8[])[least(r.failures + 1, cardinality($3::float8[]))])
        end
    where r.blocked_to <= clock_timestamp()
  returning failures`;

const delays = (rule: Brake) =>
  Array.from({ length: rule.free + 31 }, (_, index) => delayAfter(index + 1, rule) / 1000);

/**
 * Counts an attempt before it is looked at.
 * @returns 0 when it may go on, else the milliseconds to wait.
 */
export async function brake(key: string, rule: Brake): Promise<number> {
  const counted = await sql.rows(count, [key, rule.forgottenAfterMs / 1000, delays(rule)]);
  return counted.length === 1 ? 0 : waitingTime(key);
}

async function waitingTime(key: string): Promise<number> {
  const [row] = await sql.rows(
    "select greatest(1, extract(epoch from blocked_to - now()) * 1000)::float8 as ms from rate_limit where key = $1",
    [key],
  );
  return z.number().optional().parse(row?.["ms"]) ?? 0;
}

/** After its person came in, an account's failures are forgotten, and this attempt no longer counts for the address. */
export async function release(accountKeys: readonly string[], addressKey: string): Promise<void> {
  await sql.rows(
    `with gone as (delete from rate_limit where key = any($1) or last_at < now() - interval '2 days')
     update rate_limit set failures = greatest(0, failures - 1), blocked_to = 'epoch' where key = $2`,
    [accountKeys, addressKey],
  );
}
