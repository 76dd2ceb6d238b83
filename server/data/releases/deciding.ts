import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId, ReleaseId, UserId } from "@/domain/ids";
import type { Sql, Tx } from "@/server/data/transaction";

/** Reviewers and editors of a project: those who may decide on a release of somebody else's. */
export async function decidersIn(tx: Tx, projectId: ProjectId): Promise<UserId[]> {
  const rows = await tx.rows<{ id: UserId }>(
    `select user_id as id from project_member
      where workspace_id = $1 and project_id = $2 and role in ('reviewer', 'editor') order by user_id`,
    [tx.workspaceId, projectId],
  );
  return rows.map(({ id }) => id);
}

/** Under which version of the project's protection a release was frozen, and which one stands now. */
export async function protectionsOf(db: Sql, workspaceId: string, id: ReleaseId) {
  const [row] = await db.rows<{ frozen: number | null; now: number }>(
    `select r.protection as frozen, p.protection_version as now
       from release r join project p on p.workspace_id = r.workspace_id and p.id = r.project_id
      where r.workspace_id = $1 and r.id = $2`,
    [workspaceId, id],
  );
  return row;
}

/** Keeps a release from being decided on by anybody else until the transaction ends. */
export async function holdRelease(tx: Tx, id: ReleaseId): Promise<void> {
  await tx.rows("select 1 from release where workspace_id = $1 and id = $2 for no key update", [tx.workspaceId, id]);
}

export type Deciding = { id: ReleaseId; approved: boolean; reason: string };

/** Keeps what somebody decided. The files of a release that was declined go; their names and digests stay. */
export async function keepDecision(tx: Tx, actor: Actor, { id, approved, reason }: Deciding): Promise<void> {
  await tx.rows(
    `update release set approved = $3, decided_by = $4, decided_at = now(), decided_reason = $5
      where workspace_id = $1 and id = $2 and approved is null`,
    [tx.workspaceId, id, approved, actor.userId, reason],
  );
  if (!approved)
    await tx.rows("delete from release_part where workspace_id = $1 and release_id = $2", [tx.workspaceId, id]);
}
