import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ReportId, UserId } from "@/domain/ids";
import { grouped } from "@/domain/review/grouped";
import type { Submission } from "@/domain/review/queue";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

/** Submitted work, as a condition on `assignment a`, that no reviewer has returned or closed. */
export const withReviewers = "a.state in ('submitted', 'in review')";

/** Whether a reviewer can go on from what was submitted on `report r`: independent work only once its layers are open. */
export const reviewable = (mode: string) => `(${mode} = 'shared' or r.layers_opened_at is not null)`;

/** How many tags the analyst of `assignment a` has on the report, whatever was decided on them. */
export const tagsOfAnalyst = `(select count(*)::int from tag t
  where t.workspace_id = a.workspace_id and t.report_id = a.report_id and t.state <> 'withdrawn'
    and (t.layer = 'analyst:' || a.user_id or (t.layer = 'shared' and t.created_by = a.user_id)))`;

/** What was submitted on each of these reports and can be reviewed, first come first. */
export async function submissionsOn(
  db: Sql,
  { workspaceId }: Actor,
  { mode }: Standing,
  reports: readonly ReportId[],
): Promise<Map<ReportId, Submission[]>> {
  if (reports.length === 0) return new Map();
  const rows = await db.rows<Submission & { reportId: ReportId; userId: UserId }>(
    `select a.report_id as "reportId", a.user_id as "userId", u.name, ${instant("a.submitted_at")} as at,
            a.submit_note as note, ${tagsOfAnalyst} as tags
       from assignment a
       join report r on r.workspace_id = a.workspace_id and r.id = a.report_id
       join users u on u.id = a.user_id
      where a.workspace_id = $1 and a.report_id = any($2::uuid[]) and ${withReviewers} and ${reviewable("$3::text")}
      order by a.submitted_at, a.user_id`,
    [workspaceId, reports, mode],
  );
  const byReport = grouped(rows, ({ reportId }) => reportId);
  return new Map([...byReport].map(([id, all]) => [id, all.map(({ reportId: _report, ...submission }) => submission)]));
}
