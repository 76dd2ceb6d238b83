import "server-only";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, UserId } from "@/domain/ids";
import type { Tx } from "@/server/data/transaction";

/**
 * Every write takes a share of its writer's gate and finds it as it was when it was decided. Whatever takes away from
 * what somebody may write shuts their gate in its own transaction: it waits for what is being written, and what comes
 * later is decided again.
 */

/** Shuts people's gates. Ask after locking reports, in the transaction that takes something away. */
export async function shutGates(tx: Tx, people: readonly UserId[]): Promise<void> {
  await tx.rows(
    `update workspace_member m set gate = m.gate + 1
       from (select user_id from workspace_member where workspace_id = $1 and user_id = any($2::uuid[])
              order by user_id for no key update) w
      where m.workspace_id = $1 and m.user_id = w.user_id`,
    [tx.workspaceId, people],
    "shut-gates",
  );
}

/** Shuts the gates of everybody who may write in a project, its workspace's admins too. */
export async function shutGatesOf(tx: Tx, projectId: ProjectId): Promise<void> {
  const rows = await tx.rows(
    `select m.user_id from workspace_member m left join project_member p
         on p.workspace_id = m.workspace_id and p.user_id = m.user_id and p.project_id = $2
      where m.workspace_id = $1 and (m.role = 'admin' or p.user_id is not null)`,
    [tx.workspaceId, projectId],
  );
  await shutGates(
    tx,
    rows.map(({ user_id }) => UserId.parse(user_id)),
  );
}

/** Keeps what this person may do as it is until the transaction ends; ask before reading what that is. */
export async function holdGate(tx: Tx, { workspaceId, userId }: Actor): Promise<void> {
  await tx.rows(
    "select 1 from workspace_member where workspace_id = $1 and user_id = $2 for share",
    [workspaceId, userId],
    "hold-gate",
  );
}
