import "server-only";
import type { AssignmentState } from "@/domain/assignment/assignment";
import type { LateWork, WorkProgress } from "@/domain/assignment/progress";
import type { ProjectId, UserId } from "@/domain/ids";
import { givenBack } from "@/server/data/assignments";
import type { Sql } from "@/server/data/transaction";
import { toWorkOn } from "@/server/data/work-pool";

type Asked = { workspaceId: string; projectId: ProjectId; only: UserId | undefined };

/** How many of whose assignments are in which state; of one person only where `only` is given. */
export const countWork = (db: Sql, { workspaceId, projectId, only }: Asked) =>
  db.rows<{ userId: UserId; name: string; state: AssignmentState; count: number }>(
    `select a.user_id as "userId", u.name, a.state, count(*)::int as count
       from assignment a join users u on u.id = a.user_id
      where a.workspace_id = $1 and a.project_id = $2 and ($3::uuid is null or a.user_id = $3) and not ${givenBack}
      group by a.user_id, u.name, a.state order by lower(u.name), a.user_id, a.state`,
    [workspaceId, projectId, only],
  );

/** What is not in and due by a day, most overdue first. */
export async function lateWork(
  db: Sql,
  { workspaceId, projectId, only }: Asked,
  by: string,
): Promise<Omit<LateWork, "late">[]> {
  return db.rows<Omit<LateWork, "late">>(
    `select a.report_id as "reportId", r.title, r.language, a.user_id as "userId", a.state,
            to_char(r.due, 'YYYY-MM-DD') as due
       from assignment a join report r on r.workspace_id = a.workspace_id and r.id = a.report_id
      where a.workspace_id = $1 and a.project_id = $2 and ($3::uuid is null or a.user_id = $3)
        and a.state in ('assigned', 'in progress', 'returned') and r.due <= $4::date
      order by r.due, r.title, a.user_id limit 200`,
    [workspaceId, projectId, only, by],
  );
}

/** How much work there is by when it is due. */
export async function workByDue(
  db: Sql,
  { workspaceId, projectId, only }: Asked,
  by: string,
): Promise<WorkProgress["due"]> {
  const [row] = await db.rows<WorkProgress["due"]>(
    `select count(*) filter (where r.due <= $4::date)::int as until, count(*) filter (where r.due > $4::date)::int as later,
            count(*) filter (where r.due is null)::int as never
       from assignment a join report r on r.workspace_id = a.workspace_id and r.id = a.report_id
      where a.workspace_id = $1 and a.project_id = $2 and ($3::uuid is null or a.user_id = $3) and not ${givenBack}`,
    [workspaceId, projectId, only, by],
  );
  return row ?? { until: 0, later: 0, never: 0 };
}

/** How many reports are to be worked on, and how many of them nobody has. */
export async function unassignedIn(
  db: Sql,
  workspaceId: string,
  projectId: ProjectId,
): Promise<{ toWorkOn: number; unassigned: number }> {
  const [row] = await db.rows<{ toWorkOn: number; unassigned: number }>(
    `select count(*)::int as "toWorkOn", count(*) filter (where not exists (
              select 1 from assignment a where a.workspace_id = r.workspace_id and a.report_id = r.id
                and not ${givenBack}))::int as unassigned
       from report r where r.workspace_id = $1 and r.project_id = $2 and ${toWorkOn}`,
    [workspaceId, projectId],
  );
  return row ?? { toWorkOn: 0, unassigned: 0 };
}
