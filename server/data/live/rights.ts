import "server-only";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, UserId } from "@/domain/ids";
import type { ProjectRole, WorkspaceRole } from "@/domain/project/project";
import { session } from "@/server/data/actors";
import type { Sql } from "@/server/data/transaction";

/** What somebody may at this moment: their roles, as long as what they came with still holds. */
export type Rights = { workspaceRole: WorkspaceRole; roles: ReadonlyMap<ProjectId, ProjectRole> };

type Row = {
  place: number;
  role: WorkspaceRole;
  roles: Record<string, ProjectRole> | null;
};

const holds = `
  case a.via when 'session'
    then exists (select from session s where s.id = a.via_id and s.user_id = a.user_id and s.ended_at is null
           and s.expires_at > now() and s.seen_at > now() - make_interval(secs => $5))
    else exists (select from token t where t.workspace_id = a.workspace_id and t.id = a.via_id
           and t.revoked_at is null and (t.expires_at is null or t.expires_at > now()))
  end`;

/** The rights of each of these, in their order; undefined for whose sign-in or token has ended. */
export async function rightsOf(db: Sql, actors: readonly Actor[]): Promise<(Rights | undefined)[]> {
  const via = actors.map((actor) =>
    "session" in actor.via ? { kind: "session", id: actor.via.session } : { kind: "token", id: actor.via.token },
  );
  const rows = await db.rows<Row>(
    `select a.place::int, m.role,
            (select json_object_agg(pm.project_id, pm.role) from project_member pm
              where pm.workspace_id = a.workspace_id and pm.user_id = a.user_id) as roles
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[])
            with ordinality as a(workspace_id, user_id, via, via_id, place)
       join workspace_member m on m.workspace_id = a.workspace_id and m.user_id = a.user_id
       join users u on u.id = a.user_id and u.disabled_at is null
      where ${holds}`,
    [
      actors.map(({ workspaceId }) => workspaceId),
      actors.map(({ userId }) => UserId.parse(userId)),
      via.map(({ kind }) => kind),
      via.map(({ id }) => id),
      session.idleMs / 1000,
    ],
    "rights-of",
  );
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return actors.map((_, index) => {
    const row = byPlace.get(index + 1);
    // Keys of a JSON object that the database made of its own project ids.
    return (
      row && { workspaceRole: row.role, roles: new Map(Object.entries(row.roles ?? {}) as [ProjectId, ProjectRole][]) }
    );
  });
}
