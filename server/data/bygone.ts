import "server-only";
import { session } from "@/server/data/actors";
import { sql } from "@/server/data/transaction";

/** Days for which sign-ins and one-time links are kept after they were over. */
const keptFor = 30;

/** Deletes sign-ins and one-time links that have been over for long. Returns how many went. */
export async function clearBygone(): Promise<{ signIns: number; links: number }> {
  const signIns = await sql.rows(
    `delete from session
      where least(ended_at, expires_at, seen_at + make_interval(secs => $2)) < now() - make_interval(days => $1)
      returning id`,
    [keptFor, session.idleMs / 1000],
  );
  const links = await sql.rows(
    "delete from one_time_link where least(used_at, expires_at) < now() - make_interval(days => $1) returning id",
    [keptFor],
  );
  return { signIns: signIns.length, links: links.length };
}
