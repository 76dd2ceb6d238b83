import "server-only";
import { ProjectId, type UserId, type WorkspaceId } from "@/domain/ids";
import { Candidate, Invitation } from "@/domain/people/person";
import type { Sql, Tx } from "@/server/data/transaction";

/** Everybody of the workspace who was invited and has not signed in yet, the latest first. */
export async function invitationsOf(db: Sql, workspaceId: WorkspaceId): Promise<Invitation[]> {
  const rows = await db.rows(
    `select json_strip_nulls(json_build_object('userId', u.id, 'email', u.email, 'name', u.name,
        'projects', coalesce(p.projects, '[]'::json),
        'invitedBy', case when b.id is not null then json_build_object('userId', b.id, 'name', b.name) end,
        'invitedAt', to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'expiresAt', case when l.used_at is null and l.expires_at > now()
          then to_char(l.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end)) as invitation
       from workspace_member m
       join users u on u.id = m.user_id
       left join lateral (select created_at, created_by, expires_at, used_at from one_time_link
          where user_id = u.id and workspace_id = m.workspace_id and purpose = 'invitation'
          order by created_at desc limit 1) l on true
       left join users b on b.id = l.created_by
       left join lateral (select json_agg(json_build_object('name', j.name, 'role', pm.role) order by j.name) as projects
          from project_member pm join project j on j.workspace_id = pm.workspace_id and j.id = pm.project_id
         where pm.workspace_id = m.workspace_id and pm.user_id = u.id) p on true
      where m.workspace_id = $1 and u.password_hash is null and not u.demo and u.disabled_at is null
      order by l.created_at desc nulls last, u.id limit 2000`,
    [workspaceId],
  );
  return rows.map(({ invitation }) => Invitation.parse(invitation));
}

/** Ends somebody's invitation; false when they have signed in or can already do something by a token. */
export async function endInvitation(tx: Tx, userId: UserId): Promise<boolean> {
  await tx.rows(
    `update one_time_link set used_at = coalesce(used_at, now()), withdrawn_at = now()
      where user_id = $1 and workspace_id = $2 and purpose = 'invitation' and used_at is null`,
    [userId, tx.workspaceId],
  );
  const [row] = await tx.rows(
    `select u.password_hash is null and not u.demo
        and not exists (select 1 from token t where t.workspace_id = $2 and t.user_id = u.id) as open
       from users u where u.id = $1 for update`,
    [userId, tx.workspaceId],
  );
  return row?.["open"] === true;
}

export async function projectsWith(tx: Tx, userId: UserId): Promise<ProjectId[]> {
  const { projectMember } = await tx.prisma();
  const found = await projectMember.findMany({
    where: { workspaceId: tx.workspaceId, userId },
    orderBy: { projectId: "asc" },
    select: { projectId: true },
  });
  return found.map(({ projectId }) => ProjectId.parse(projectId));
}

/** Takes somebody who never signed in out of the workspace, and forgets them where they are in no other one. */
export async function forgetInvited(tx: Tx, userId: UserId): Promise<void> {
  const { notification, workspaceMember, oneTimeLink, user } = await tx.prisma();
  const here = { workspaceId: tx.workspaceId, userId };
  await notification.deleteMany({ where: here });
  await workspaceMember.deleteMany({ where: here });
  await oneTimeLink.updateMany({ where: { ...here, withdrawnAt: { not: null } }, data: { userId: null } });
  await user.deleteMany({ where: { id: userId, passwordHash: null, members: { none: {} } } });
}

/** People of the workspace who can sign in, or could with their invitation, and are not members of this project. */
export async function candidatesFor(db: Sql, workspaceId: WorkspaceId, projectId: ProjectId): Promise<Candidate[]> {
  const rows = await db.rows(
    `select json_build_object('userId', u.id, 'email', u.email, 'name', u.name,
              'invited', u.password_hash is null and not u.demo) as candidate
       from workspace_member m join users u on u.id = m.user_id
      where m.workspace_id = $1 and u.disabled_at is null
        and not exists (select 1 from project_member p
              where p.workspace_id = m.workspace_id and p.project_id = $2 and p.user_id = m.user_id)
      order by lower(u.name), u.id limit 2000`,
    [workspaceId, projectId],
  );
  return rows.map(({ candidate }) => Candidate.parse(candidate));
}
