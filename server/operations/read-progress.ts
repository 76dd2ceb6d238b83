import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, seesEverybodysWork } from "@/domain/access/policy";
import { assignmentStates } from "@/domain/assignment/assignment-values";
import { comingFriday, daysBetween, type WorkCounts, type WorkProgress } from "@/domain/assignment/progress";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId, UserId } from "@/domain/ids";
import { now } from "@/server/clock";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import { poolOf, waitingInPool } from "@/server/data/work-pool";
import { countWork, lateWork, unassignedIn, workByDue } from "@/server/data/work-progress";

const nothing = (): WorkCounts => {
  const counts = Object.fromEntries(assignmentStates.map((state) => [state, 0]));
  // Every state has its zero.
  return counts as WorkCounts;
};

/**
 * Where a project's work stands: by state, by person, and what is not in by a day (Friday when left out). Blind
 * analysts see their own work only, whatever is open already: counts of others would tell who has begun.
 */
export async function readProgress(
  actor: Actor,
  projectId: ProjectId,
  wish: { by?: string | undefined },
): Promise<Result<WorkProgress>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-work");
  if (refusal) return fail(refusal);

  const all = seesEverybodysWork(standing, false);
  const by = wish.by ?? comingFriday(now());
  const today = now().toISOString().slice(0, 10);
  const asked = { workspaceId: actor.workspaceId, projectId, only: all ? undefined : actor.userId };
  const [counts, late, due, reports, pool] = await Promise.all([
    countWork(sql, asked),
    lateWork(sql, asked, by),
    workByDue(sql, asked, by),
    all ? unassignedIn(sql, actor.workspaceId, projectId) : undefined,
    poolOf(sql, actor.workspaceId, projectId),
  ]);
  const waiting = await waitingInPool(sql, actor, projectId, pool);

  const states = nothing();
  const people = new Map<UserId, WorkProgress["people"][number]>();
  for (const { userId, name, state, count } of counts) {
    states[state] += count;
    const person = people.get(userId) ?? { userId, name, states: nothing(), late: 0 };
    person.states[state] += count;
    people.set(userId, person);
  }
  for (const { userId, due } of late) {
    const person = people.get(userId);
    if (person && due < today) person.late += 1;
  }
  return ok({
    by,
    states,
    people: [...people.values()],
    late: late.map((each) => ({ ...each, late: daysBetween(each.due, today) })),
    due,
    ...reports,
    ...(pool.poolSize > 0 && { pool: { size: pool.poolSize, hours: pool.poolHours, waiting } }),
  });
}
