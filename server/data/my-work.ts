import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { WorkItem } from "@/domain/assignment/my-work";
import type { ProjectId } from "@/domain/ids";
import { assignmentJson } from "@/server/data/assignments";
import type { Sql } from "@/server/data/transaction";

const inShared = "t.layer = 'shared'";

/** A person's open work in the projects they are in: what came back, what is begun, what is new. */
export async function openWork(db: Sql, { workspaceId, userId }: Actor): Promise<WorkItem[]> {
  const rows = await db.rows<{ assignment: object; more: object }>(
    `select ${assignmentJson} as assignment, json_strip_nulls(json_build_object('title', r.title, 'outlet', r.outlet,
              'language', r.language, 'direction', r.direction, 'projectName', p.name, 'words', r.words,
              'codePoints', r.code_points, 'due', to_char(r.due, 'YYYY-MM-DD'), 'priority', r.priority,
              'assignedByName', u.name,
              'returnedTags', (select count(*) from tag t where t.workspace_id = a.workspace_id
                 and t.report_id = a.report_id and t.state = 'returned'
                 and (t.layer = 'analyst:' || a.user_id or (${inShared} and t.created_by = a.user_id))))) as more
       from assignment a
       join report r on r.workspace_id = a.workspace_id and r.id = a.report_id
       join project p on p.workspace_id = a.workspace_id and p.id = a.project_id
       join project_member pm on pm.workspace_id = a.workspace_id and pm.project_id = a.project_id
         and pm.user_id = a.user_id and pm.role <> 'reader'
       left join users u on u.id = a.created_by and u.id <> a.user_id
      where a.workspace_id = $1 and a.user_id = $2 and a.state in ('returned', 'in progress', 'assigned')
        and r.closed_at is null
      order by array_position(array['returned', 'in progress', 'assigned'], a.state), r.priority desc,
               r.due asc nulls last, a.state_at, a.report_id
      limit 200`,
    [workspaceId, userId],
    "open-work",
  );
  // Both halves are made by the statement above in the shape of a WorkItem.
  return rows.map(({ assignment, more }) => ({ ...assignment, ...more }) as WorkItem);
}

/** How many reports a person has handed in that are not closed yet. */
export async function handedIn(db: Sql, { workspaceId, userId }: Actor): Promise<number> {
  const [row] = await db.rows<{ count: number }>(
    `select count(*)::int as count from assignment
      where workspace_id = $1 and user_id = $2 and state in ('submitted', 'in review')`,
    [workspaceId, userId],
  );
  return row?.count ?? 0;
}

/** The projects with a pool in which this person may take work. */
export const poolsFor = (db: Sql, { workspaceId, userId }: Actor) =>
  db.rows<{ projectId: ProjectId; projectName: string; poolSize: number; poolHours: number }>(
    `select p.id as "projectId", p.name as "projectName", p.pool_size as "poolSize", p.pool_hours as "poolHours"
       from project p join project_member pm on pm.workspace_id = p.workspace_id and pm.project_id = p.id
        and pm.user_id = $2 and pm.role <> 'reader'
      where p.workspace_id = $1 and p.pool_size > 0 order by lower(p.name), p.id limit 50`,
    [workspaceId, userId],
  );
