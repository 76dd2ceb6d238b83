import "server-only";
import type { ProjectId, UserId, WorkspaceId } from "@/domain/ids";
import type { Sql } from "@/server/data/transaction";

/** People whose names came with imported work and who have no account, by name. */
export const externalAuthorsOf = (
  db: Sql,
  workspaceId: WorkspaceId,
  projectId: ProjectId,
): Promise<{ id: UserId; name: string }[]> =>
  db.rows<{ id: UserId; name: string }>(
    "select id, name from external_author where workspace_id = $1 and project_id = $2 order by lower(name), id limit 1000",
    [workspaceId, projectId],
  );
