import { type Actor, scopes } from "@/domain/access/actor";
import { type ProjectId, TokenId, UserId, type WorkspaceId } from "@/domain/ids";
import type { ProjectRole, WorkspaceRole } from "@/domain/project/project";
import { hashOf } from "@/server/data/actors";
import { sql } from "@/server/data/transaction";
import { newId, newSecret } from "@/server/new-id";
import { tokenPrefix } from "@/server/session/actor";

type Person = { name?: string; email?: string; role?: WorkspaceRole; demo?: boolean };

/** A person of the workspace, as the actor that their own browser would be. */
export async function aPerson(workspaceId: WorkspaceId, person: Person = {}): Promise<Actor> {
  const userId = newId(UserId);
  const { name = "Somebody", email = `${userId}@example.org`, role = "member", demo = false } = person;
  await sql.rows("insert into users (id, email, name, demo) values ($1, $2, $3, $4)", [userId, email, name, demo]);
  await sql.rows("insert into workspace_member (workspace_id, user_id, role) values ($1, $2, $3)", [
    workspaceId,
    userId,
    role,
  ]);
  return { userId, workspaceId, email, name, workspaceRole: role, scopes, via: { token: newId(TokenId) } };
}

/** Gives a person a role in a project. */
export async function joins(actor: Actor, projectId: ProjectId, role: ProjectRole): Promise<Actor> {
  await sql.rows(
    `insert into project_member (workspace_id, project_id, user_id, role) values ($1, $2, $3, $4)
     on conflict (workspace_id, project_id, user_id) do update set role = excluded.role`,
    [actor.workspaceId, projectId, actor.userId, role],
  );
  return actor;
}

/** The bearer token of a program that works for this person. */
export async function aTokenOf(actor: Actor, granted: readonly string[] = scopes): Promise<string> {
  const secret = newSecret();
  await sql.rows(
    "insert into token (workspace_id, id, user_id, name, secret_hash, scopes) values ($1, $2, $3, 'test', $4, $5)",
    [actor.workspaceId, newId(TokenId), actor.userId, hashOf(secret), granted],
  );
  return `${tokenPrefix}${secret}`;
}
