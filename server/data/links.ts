import "server-only";
import { randomUUID } from "node:crypto";
import { type TokenId, UserId, WorkspaceId } from "@/domain/ids";
import { hashOf } from "@/server/data/actors";
import type { Sql, Tx } from "@/server/data/transaction";
import { newSecret } from "@/server/new-id";

/** Hours that a one-time link waits to be followed. */
const holds = { "set-up": 24, invitation: 7 * 24 };
export type Purpose = keyof typeof holds;

/** Whom a link lets in, and who makes it, with which token where a program does. */
type LinkFor = { userId: UserId; by: UserId; madeWith: TokenId | undefined };

/** Makes an invitation for one person, or the link for whoever sets the workspace up; earlier ones stop working. */
export async function addLink(tx: Tx, invitation?: LinkFor): Promise<string> {
  const purpose: Purpose = invitation ? "invitation" : "set-up";
  const { userId = null, by = null, madeWith = null } = invitation ?? {};
  const secret = newSecret();
  await tx.rows(
    `update one_time_link set used_at = now()
      where workspace_id = $1 and purpose = $2 and user_id is not distinct from $3 and used_at is null`,
    [tx.workspaceId, purpose, userId],
  );
  await tx.rows(
    `insert into one_time_link (id, secret_hash, purpose, workspace_id, user_id, expires_at, made_with,
         created_by)
     values ($1, $2, $3, $4, $5, now() + make_interval(hours => $6), $7, $8)`,
    [randomUUID(), hashOf(secret), purpose, tx.workspaceId, userId, holds[purpose], madeWith, by],
  );
  return secret;
}

export type OpenLink = {
  id: string;
  purpose: Purpose;
  workspaceId: WorkspaceId;
  userId: UserId | undefined;
  email: string | undefined;
  name: string | undefined;
};

type Row = {
  id: string;
  purpose: Purpose;
  workspace_id: string;
  user_id: string | null;
  email: string | null;
  name: string | null;
};

/** The link of this secret, if nobody used it yet and its time is not over. */
export async function openLink(db: Sql, secret: string): Promise<OpenLink | undefined> {
  const [row] = await db.rows<Row>(
    `select l.id, l.purpose, l.workspace_id, l.user_id, u.email, u.name
       from one_time_link l left join users u on u.id = l.user_id
      where l.secret_hash = $1 and l.used_at is null and l.expires_at > now() and u.disabled_at is null`,
    [hashOf(secret)],
  );
  if (!row) return undefined;
  return {
    id: row.id,
    purpose: row.purpose,
    workspaceId: WorkspaceId.parse(row.workspace_id),
    userId: row.user_id === null ? undefined : UserId.parse(row.user_id),
    email: row.email ?? undefined,
    name: row.name ?? undefined,
  };
}

/** Whether the link of this secret was an invitation that was withdrawn. */
export async function wasWithdrawn(db: Sql, secret: string): Promise<boolean> {
  const [row] = await db.rows("select 1 from one_time_link where secret_hash = $1 and withdrawn_at is not null", [
    hashOf(secret),
  ]);
  return row !== undefined;
}

/** False when somebody else was faster. */
export async function useLink(tx: Tx, id: string): Promise<boolean> {
  const used = await tx.rows(
    "update one_time_link set used_at = now() where id = $1 and used_at is null returning id",
    [id],
  );
  return used.length === 1;
}
