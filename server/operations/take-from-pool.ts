import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { Assignment } from "@/domain/assignment/assignment";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { keepAssignment } from "@/server/data/assignments";
import { holdGate } from "@/server/data/gates";
import { refreshReportState } from "@/server/data/report-state";
import { standingIn } from "@/server/data/standings";
import { inTransaction } from "@/server/data/transaction";
import { endAbandoned, lockNextOfPool, poolOf } from "@/server/data/work-pool";
import { rememberWork } from "@/server/operations/remember-work";

/**
 * Takes the next report of a project's pool; nothing when there is none left for this person. Nobody gets a report
 * twice, and no report gets more analysts than the pool wants. Work that was abandoned on it ends here.
 */
export const takeFromPool = (actor: Actor, projectId: ProjectId): Promise<Result<{ assignment?: Assignment }>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "do-work");
    if (refusal) return fail(refusal);
    const pool = await poolOf(tx, actor.workspaceId, projectId);
    if (pool.poolSize === 0) return invalid("projectId", "This project has no pool: an editor gives out its reports.");

    const reportId = await lockNextOfPool(tx, projectId, actor.userId, pool);
    if (!reportId) return ok({});
    const on = { reportId, projectId, standing };
    for (const userId of await endAbandoned(tx, reportId, pool.poolHours)) {
      await rememberWork(tx, { actor, on, did: "returned-to-pool", userId });
    }
    const { userId } = actor;
    const taken = { reportId, projectId, userId, state: "in progress" as const, origin: "pool" as const };
    const assignment = await keepAssignment(tx, { ...taken, by: userId, touched: true });
    await rememberWork(tx, { actor, on, did: "started-work", userId });
    await refreshReportState(tx, reportId);
    return ok({ assignment });
  });
