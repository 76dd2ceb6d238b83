import "server-only";
import { type Actor, scopes } from "@/domain/access/actor";
import { WorkspaceRole } from "@/domain/project/project";
import type { ClaimedJob } from "@/server/data/jobs/jobs";
import type { Sql } from "@/server/data/transaction";

/** Who started a job, with what they may do by now; undefined when they are not in the workspace any more. */
export async function starterOf(
  db: Sql,
  { workspaceId, id, by }: Pick<ClaimedJob, "workspaceId" | "by"> & { id: string },
): Promise<Actor | undefined> {
  const [row] = await db.rows<{ email: string; name: string; role: string }>(
    `select u.email, u.name, m.role from workspace_member m
       join users u on u.id = m.user_id and u.disabled_at is null
      where m.workspace_id = $1 and m.user_id = $2`,
    [workspaceId, by],
  );
  if (!row) return undefined;
  const { email, name, role } = row;
  return {
    userId: by,
    workspaceId,
    email,
    name,
    workspaceRole: WorkspaceRole.parse(role),
    scopes,
    via: { session: id },
  };
}
