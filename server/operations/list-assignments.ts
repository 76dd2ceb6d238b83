import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, seesEverybodysWork } from "@/domain/access/policy";
import type { Assignment } from "@/domain/assignment/assignment";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId, UserId } from "@/domain/ids";
import { assignmentsOn } from "@/server/data/assignments";
import { standingOn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** Who works on a report and how far they are; blind analysts see their own work only. */
export async function listAssignments(actor: Actor, reportId: ReportId): Promise<Result<{ items: Assignment[] }>> {
  const on = await standingOn(sql, actor, reportId);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-work");
  if (refusal) return fail(refusal);
  const only = seesEverybodysWork(on.standing, on.layersOpen) ? undefined : actor.userId;
  return ok({ items: await assignmentsOn(sql, actor.workspaceId, reportId, only) });
}

/** One person's work on a report, if this person may know of it. */
export async function readAssignment(
  actor: Actor,
  { reportId, userId }: { reportId: ReportId; userId: UserId },
): Promise<Result<Assignment>> {
  const all = await listAssignments(actor, reportId);
  if (!all.ok) return all;
  const found = all.value.items.find((each) => each.userId === userId);
  return found ? ok(found) : fail({ kind: "not-found" });
}
