import "server-only";
import type { WorkspaceId } from "@/domain/ids";
import type { Sql } from "@/server/data/transaction";

/** The names of people of a workspace, by name; also of those who have left the project since. */
export const namesOf = (db: Sql, workspaceId: WorkspaceId, ids: readonly string[]) =>
  db.rows<{ id: string; name: string }>(
    `select u.id, u.name from users u join workspace_member m on m.user_id = u.id
      where m.workspace_id = $1 and u.id = any($2::uuid[]) order by lower(u.name), u.id`,
    [workspaceId, ids],
  );
