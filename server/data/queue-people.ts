import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ProjectId, UserId } from "@/domain/ids";
import { withReviewers } from "@/server/data/submissions";
import type { Sql } from "@/server/data/transaction";

/** The projects where this person reviews, each with their standing, that have something waiting; in the order of ids. */
export async function reviewedProjects(
  db: Sql,
  actor: Actor,
  { from, limit }: { from: ProjectId | undefined; limit: number },
): Promise<{ id: ProjectId; name: string; standing: Standing }[]> {
  return db.rows(
    `select p.id, p.name, json_build_object('role', coalesce(pm.role, 'editor'), 'mode', p.mode) as standing
       from project p
       left join project_member pm on pm.workspace_id = p.workspace_id and pm.project_id = p.id and pm.user_id = $2
      where p.workspace_id = $1 and (pm.role in ('reviewer', 'editor') or (pm.role is null and $3))
        and ($4::uuid is null or p.id >= $4)
        and (exists (select 1 from tag t where t.workspace_id = $1 and t.project_id = p.id and t.state = 'open'
              and t.layer = case p.mode when 'shared' then 'shared' else 'final' end)
          or exists (select 1 from assignment a where a.workspace_id = $1 and a.project_id = p.id and ${withReviewers}))
      order by p.id limit $5`,
    [actor.workspaceId, actor.userId, actor.workspaceRole === "admin", from ?? null, limit],
  );
}

/** Names of people, of those ids that are in the workspace. */
export async function peopleNames(db: Sql, actor: Actor, ids: readonly UserId[]): Promise<Map<UserId, string>> {
  const rows = await db.rows<{ id: UserId; name: string }>(
    `select u.id, u.name from users u join workspace_member m on m.user_id = u.id and m.workspace_id = $1
      where u.id = any($2::uuid[])`,
    [actor.workspaceId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
