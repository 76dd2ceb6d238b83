import "server-only";
import { type Brake, delayAfter } from "@/domain/access/brake";
import { sql } from "@/server/data/transaction";

const count = `
  insert into rate_limit as r (key, failures, last_at, blocked_to) values ($1, 1, now(), now())
  on conflict (key) do update
    set failures = case when r.last_at < now() - make_interval(secs => $2) then 1 else r.failures + 1 end,
        last_at = now()
    where r.blocked_to <= now()
  returning failures`;

/**
 * Counts an attempt before it is looked at, so that many at once gain nothing.
 * @returns 0 when it may go on, else the milliseconds to wait.
 */
export async function brake(key: string, rule: Brake): Promise<number> {
  const [counted] = await sql.rows<{ failures: number }>(count, [key, rule.forgottenAfterMs / 1000]);
  if (!counted) return waitingTime(key);
  const delay = delayAfter(counted.failures, rule);
  if (delay > 0) {
    await sql.rows("update rate_limit set blocked_to = now() + make_interval(secs => $2) where key = $1", [
      key,
      delay / 1000,
    ]);
  }
  return 0;
}

async function waitingTime(key: string): Promise<number> {
  const [row] = await sql.rows<{ ms: number }>(
    "select greatest(1, extract(epoch from blocked_to - now()) * 1000)::float8 as ms from rate_limit where key = $1",
    [key],
  );
  return row?.ms ?? 0;
}

/** After its person came in, an account's failures are forgotten, and this attempt no longer counts for the address. */
export async function release(accountKeys: readonly string[], addressKey: string): Promise<void> {
  await sql.rows(
    `with gone as (delete from rate_limit where key = any($1) or last_at < now() - interval '2 days')
     update rate_limit set failures = greatest(0, failures - 1), blocked_to = now() where key = $2`,
    [accountKeys, addressKey],
  );
}
