import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { NamedEntry } from "@/domain/history/entry";
import type { ProjectId, ReportId, TagId } from "@/domain/ids";
import { type ActivityFilters, activityOf, type Subject } from "@/server/data/activity";
import { standingIn, standingOn } from "@/server/data/standings";
import { findTag } from "@/server/data/tags/find";
import { seesTag } from "@/server/data/tags/read";
import { sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

export type Paging = { before: string | undefined; limit: number; filters?: ActivityFilters | undefined };
type Activity = Promise<Result<Page<NamedEntry>>>;

/** What happened in a project. */
export const projectActivity = async (actor: Actor, id: ProjectId, paging: Paging): Activity =>
  read(actor, await standingIn(sql, actor, id), { project_id: id }, paging);

/** What happened to a report and its tags and threads. */
export const reportActivity = async (actor: Actor, id: ReportId, paging: Paging): Activity =>
  read(actor, (await standingOn(sql, actor, id))?.standing, { report_id: id }, paging);

/** What happened to a tag. */
export async function tagActivity(actor: Actor, id: TagId, paging: Paging): Activity {
  const tag = await findTag(sql, actor, id);
  const on = tag && (await standingOn(sql, actor, tag.reportId));
  if (!on || !(await seesTag(sql, actor, on.standing, id))) return fail({ kind: "not-found" });
  return read(actor, on.standing, { tag_id: id }, paging);
}

async function read(actor: Actor, standing: Standing | undefined, subject: Subject, paging: Paging): Activity {
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-activity");
  return refusal ? fail(refusal) : ok(await activityOf(sql, actor, standing, { subject, ...paging }));
}
