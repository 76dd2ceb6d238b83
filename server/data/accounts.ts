import "server-only";
import { UserId, WorkspaceId } from "@/domain/ids";
import type { WorkspaceRole } from "@/domain/project/project";
import type { Sql, Tx } from "@/server/data/transaction";

export type Account = {
  userId: UserId;
  workspaceId: WorkspaceId;
  name: string;
  email: string;
  demo: boolean;
  passwordHash: string | null;
};

type Row = {
  id: string;
  workspace_id: string;
  name: string;
  email: string;
  demo: boolean;
  password_hash: string | null;
};

/** A sign-in acts in one workspace: the one its person joined first. */
const select = `
  select u.id, m.workspace_id, u.name, u.email, u.demo, u.password_hash
    from users u
    cross join lateral (
      select workspace_id from workspace_member where user_id = u.id order by created_at, workspace_id limit 1
    ) m
   where u.disabled_at is null`;

const toAccount = (row: Row): Account => ({
  userId: UserId.parse(row.id),
  workspaceId: WorkspaceId.parse(row.workspace_id),
  name: row.name,
  email: row.email,
  demo: row.demo,
  passwordHash: row.password_hash,
});

/** Whoever signs in with this address; disabled people and those of no workspace are nobody. */
export async function accountByEmail(db: Sql, email: string): Promise<Account | undefined> {
  const [row] = await db.rows<Row>(`${select} and u.email = $1`, [email]);
  return row && toAccount(row);
}

export async function accountById(db: Sql, userId: UserId): Promise<Account | undefined> {
  const [row] = await db.rows<Row>(`${select} and u.id = $1`, [userId]);
  return row && toAccount(row);
}

/** A new person, without a password until they follow their link. False when the address is somebody's already. */
export async function addUser(tx: Tx, user: { id: UserId; email: string; name: string }): Promise<boolean> {
  const made = await tx.rows(
    "insert into users (id, email, name) values ($1, $2, $3) on conflict (email) do nothing returning id",
    [user.id, user.email, user.name],
  );
  return made.length === 1;
}

export async function addToWorkspace(tx: Tx, userId: UserId, role: WorkspaceRole): Promise<void> {
  await tx.rows(
    "insert into workspace_member (workspace_id, user_id, role) values ($1, $2, $3) on conflict do nothing",
    [tx.workspaceId, userId, role],
  );
}

/** Sets a new password where the present one is still what was checked; false when it is not. */
export async function replacePassword(
  tx: Tx,
  userId: UserId,
  hashes: { seen: string; next: string },
): Promise<boolean> {
  const { seen, next } = hashes;
  const changed = await tx.rows(
    "update users set password_hash = $3 where id = $1 and password_hash = $2 and disabled_at is null returning id",
    [userId, seen, next],
  );
  return changed.length === 1;
}

export async function setPassword(tx: Tx, userId: UserId, passwordHash: string, name?: string): Promise<void> {
  await tx.rows("update users set password_hash = $2, name = coalesce($3, name) where id = $1", [
    userId,
    passwordHash,
    name ?? null,
  ]);
}
