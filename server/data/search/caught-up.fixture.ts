import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "@/server/data/pool";
import { followOnce } from "@/server/data/search/follow";

const behind = `select from entry e left join search_position p on p.workspace_id = e.workspace_id
  where e.workspace_id = $1 and (e.txid, e.id) > (coalesce(p.txid, 0), coalesce(p.id, 0)) limit 1`;

/** Follows the history of a workspace to its end, past transactions of other tests that still run. */
export async function caughtUp(workspaceId: string): Promise<void> {
  const client = await pool().connect();
  try {
    for (;;) {
      while (await followOnce(client));
      const { rows } = await client.query(behind, [workspaceId]);
      if (rows.length === 0) return;
      await sleep(20);
    }
  } finally {
    client.release();
  }
}
