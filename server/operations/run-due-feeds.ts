import "server-only";
import { refusalInProject } from "@/domain/access/policy";
import { ok } from "@/domain/failure";
import { JobId } from "@/domain/ids";
import { changeFeedRow, type DueFeed, endRun, runsNow, takeDue } from "@/server/data/feeds";
import { addJob } from "@/server/data/jobs/jobs";
import { starterOf } from "@/server/data/jobs/starter";
import { standingIn } from "@/server/data/standings";
import { inTransaction, sql } from "@/server/data/transaction";
import { deliver } from "@/server/jobs/deliver";
import { newId } from "@/server/new-id";

/** Puts every feed that is due in line, in the name of whoever set it up; one whose run is under way waits for the next time. */
export async function runDueFeeds(): Promise<void> {
  // A few at a time, so that several processes share them.
  for (let due = await takeDue(sql); due.length > 0; due = await takeDue(sql))
    for (const feed of due) if (!(await runsNow(sql, feed, feed.id))) await run(feed);
}

const mayNot =
  "Whoever set this feed up may not import into this project any more, so it is paused. Another editor can delete it and set it up again.";

async function run(feed: DueFeed): Promise<void> {
  const { workspaceId, projectId, by } = feed;
  const id = newId(JobId);
  const actor = await starterOf(sql, { workspaceId, by, id });
  const standing = actor && (await standingIn(sql, actor, projectId));
  const allowed = standing && !refusalInProject(actor, standing, "import") ? actor : undefined;
  if (!allowed) await endRun(sql, feed, { error: mayNot });
  const kept = await inTransaction(workspaceId, async (tx) => {
    if (!allowed) return ok(await changeFeedRow(tx, feed.id, { paused: true }));
    const job = { id, projectId, kind: "read-feed", data: { feed: feed.id }, counted: "items" } as const;
    return ok(await addJob(tx, allowed, job));
  });
  // Should it be lost on the way, it is found among the rows.
  if (kept.ok && allowed) await deliver({ workspaceId, id }).catch(() => undefined);
}
