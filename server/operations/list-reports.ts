import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import type { ReportRow } from "@/domain/report/report";
import { type AskedReports, filterChoices, reportsOf } from "@/server/data/reports";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

/** A page of a project's reports. */
export async function listReports(actor: Actor, asked: AskedReports): Promise<Result<Page<ReportRow>>> {
  const standing = await standingIn(sql, actor, asked.projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  return ok(await reportsOf(sql, actor, standing, asked));
}

/** What the filters of the reports table can choose from. */
export async function reportFilterChoices(
  actor: Actor,
  projectId: ProjectId,
): Promise<Result<{ outlets: string[]; languages: string[] }>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  return refusal ? fail(refusal) : ok(await filterChoices(sql, actor, projectId));
}
