import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { isIn } from "@/domain/assignment/machine";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import { compareLayers } from "@/domain/review/compare/compare";
import { type Practice, practiceOf, practiceSides } from "@/domain/review/practice";
import type { Annotation, Relation } from "@/domain/tag/tag";
import { findAssignment } from "@/server/data/assignments";
import { layersOf } from "@/server/data/layers";
import { isPractice } from "@/server/data/projects";
import { standingOn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/**
 * A trainee's own work on a report beside the gold layer, by rule. One's own submission opens it, to oneself only:
 * nobody else's work is looked at, and the report's layers stay closed.
 */
export async function readPractice(actor: Actor, reportId: ReportId): Promise<Result<Practice>> {
  const on = await standingOn(sql, actor, reportId);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-work");
  if (refusal) return fail(refusal);
  if (!(await isPractice(sql, actor.workspaceId, on.projectId))) {
    return invalid("reportId", "This project is not for practice.");
  }
  const own = await findAssignment(sql, actor.workspaceId, reportId, actor.userId);
  const handedIn = own?.submittedAt !== undefined && (isIn(own.state) || own.state === "returned");
  if (!handedIn) return fail({ kind: "forbidden", reason: "practice-first" });

  const layers = await layersOf(sql, actor, reportId);
  const living = layers.final.filter(({ state }) => state !== "withdrawn" && state !== "rejected");
  const gold = {
    annotations: living.filter((tag): tag is Annotation => tag.type === "annotation"),
    relations: living.filter((tag): tag is Relation => tag.type === "relation"),
  };
  return ok(
    practiceOf(
      compareLayers([
        { by: practiceSides.gold, ...gold },
        { by: practiceSides.mine, ...layers.of(actor.userId) },
      ]),
    ),
  );
}
