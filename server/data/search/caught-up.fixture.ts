import { setTimeout as sleep } from "node:timers/promises";
import { copies } from "@/server/data/copies/look-for-copies";
import { pool } from "@/server/data/pool";
import { type Follower, followOnce, words } from "@/server/data/search/follow";

const behind = ({
  position,
}: Follower) => `select from entry e left join ${position} p on p.workspace_id = e.workspace_id
  where e.workspace_id = $1 and (e.txid, e.id) > (coalesce(p.txid, 0), coalesce(p.id, 0)) limit 1`;

/** Follows the history of a workspace to its end, past transactions of other tests that still run. */
export async function caughtUp(workspaceId: string, follower: Follower = words): Promise<void> {
  const client = await pool().connect();
  try {
    for (;;) {
      while (await followOnce(client, follower));
      const { rows } = await client.query(behind(follower), [workspaceId]);
      if (rows.length === 0) return;
      await sleep(20);
    }
  } finally {
    client.release();
  }
}

/** Looks for copies of everything that was imported so far. */
export const copiesFound = (workspaceId: string): Promise<void> => caughtUp(workspaceId, copies);
