import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import type { MyWork } from "@/domain/assignment/my-work";
import { fail, ok, type Result } from "@/domain/failure";
import { handedIn, openWork, poolsFor, submittedWork, tagsBack, type WorkKey } from "@/server/data/my-work";
import { sql } from "@/server/data/transaction";
import { waitingInPool } from "@/server/data/work-pool";

export type AskMyWork = {
  /** Where the list of open work goes on, and that of submitted work. */
  after?: WorkKey | undefined;
  submittedBefore?: readonly [string, string] | undefined;
  limit?: number;
};

/** What waits for this person: reports to work on, what came back, what they submitted, and what the pools still have. */
export async function readMyWork(
  actor: Actor,
  { after, submittedBefore, limit = 50 }: AskMyWork = {},
): Promise<Result<MyWork>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  if (refusal) return fail(refusal);
  const [open, back, submitted, handed, pools] = await Promise.all([
    openWork(sql, actor, { after, limit }),
    tagsBack(sql, actor),
    submittedWork(sql, actor, { before: submittedBefore, limit }),
    handedIn(sql, actor),
    poolsFor(sql, actor),
  ]);
  const waiting = await Promise.all(
    pools.map(async ({ projectId, projectName, ...pool }) => ({
      projectId,
      projectName,
      waiting: await waitingInPool(sql, actor, projectId, pool),
    })),
  );
  return ok({
    ...open,
    back,
    submitted: submitted.items,
    ...(submitted.next && { nextSubmitted: submitted.next }),
    handedIn: handed,
    pools: waiting,
  });
}
