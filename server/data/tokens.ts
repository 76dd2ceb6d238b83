import "server-only";
import type { Scope } from "@/domain/access/actor";
import { TokenId, type UserId } from "@/domain/ids";
import { Token } from "@/domain/people/token";
import { hashOf } from "@/server/data/actors";
import { prisma } from "@/server/data/prisma";
import type { Tx } from "@/server/data/transaction";

type NewRow = { id: TokenId; userId: UserId; name: string; scopes: readonly Scope[]; expiresAt: Date | undefined };

/** Keeps a token by the hash of its secret alone. */
export async function addToken(tx: Tx, secret: string, { id, userId, name, scopes, expiresAt }: NewRow): Promise<void> {
  await tx.rows(
    `insert into token (workspace_id, id, user_id, name, secret_hash, scopes, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.workspaceId, id, userId, name, hashOf(secret), scopes, expiresAt ?? null],
  );
}

/** A person's tokens that were not revoked, newest first. */
export async function tokensOf(workspaceId: string, userId: UserId): Promise<Token[]> {
  const rows = await prisma().token.findMany({
    where: { workspaceId, userId, revokedAt: null },
    select: { id: true, name: true, scopes: true, createdAt: true, usedAt: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
    take: 500,
  });
  return rows.map(({ id, name, scopes, createdAt, usedAt, expiresAt }) =>
    Token.parse({
      id: TokenId.parse(id),
      name,
      scopes,
      createdAt: createdAt.toISOString(),
      usedAt: usedAt?.toISOString(),
      expiresAt: expiresAt?.toISOString(),
    }),
  );
}

/** False when there is no such token of this person that still holds. */
export async function revokeTokenRow(tx: Tx, userId: UserId, id: TokenId): Promise<boolean> {
  const revoked = await tx.rows(
    `update token set revoked_at = now()
      where workspace_id = $1 and user_id = $2 and id = $3 and revoked_at is null returning id`,
    [tx.workspaceId, userId, id],
  );
  return revoked.length === 1;
}
