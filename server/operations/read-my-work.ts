import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import type { MyWork } from "@/domain/assignment/my-work";
import { fail, ok, type Result } from "@/domain/failure";
import { handedIn, openWork, poolsFor } from "@/server/data/my-work";
import { sql } from "@/server/data/transaction";
import { waitingInPool } from "@/server/data/work-pool";

/** What waits for the asker: reports to work on, reports that came back, and what the pools still have. */
export async function readMyWork(actor: Actor): Promise<Result<MyWork>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  if (refusal) return fail(refusal);
  const [items, handed, pools] = await Promise.all([openWork(sql, actor), handedIn(sql, actor), poolsFor(sql, actor)]);
  const waiting = await Promise.all(
    pools.map(async ({ projectId, projectName, ...pool }) => ({
      projectId,
      projectName,
      waiting: await waitingInPool(sql, actor.workspaceId, projectId, actor.userId, pool),
    })),
  );
  return ok({ items, handedIn: handed, pools: waiting });
}
