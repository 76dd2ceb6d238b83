import "server-only";
import type { Actor } from "@/domain/access/actor";
import { ProjectId } from "@/domain/ids";
import type { Sql } from "@/server/data/transaction";

/** What of an address says which project an answer is about. */
export type Named = { projectId?: unknown; reportId?: unknown };

/** The projects of the workspace that protect something; where an address names a project or report, that one alone. */
export async function protectingProjects(db: Sql, { workspaceId }: Actor, named: Named): Promise<ProjectId[]> {
  const rows = await db.rows<{ id: string }>(
    `select p.id from project p where p.workspace_id = $1
        and ($2::uuid is null or p.id = $2)
        and ($3::uuid is null or p.id = (select r.project_id from report r where r.workspace_id = $1 and r.id = $3))
        and (exists (select 1 from permitted_use u where u.workspace_id = $1 and u.project_id = p.id)
          or p.protection @> '{"pseudonymousAnalysts": true}'
          or exists (select 1 from event e join event_version v on v.workspace_id = e.workspace_id and v.event_id = e.id
                      where e.workspace_id = $1 and e.project_id = p.id and v.content ? 'acts'))`,
    [workspaceId, idOrNull(named.projectId), idOrNull(named.reportId)],
    "protecting-projects",
  );
  return rows.map(({ id }) => ProjectId.parse(id));
}

const idOrNull = (id: unknown) => (typeof id === "string" ? id : null);
