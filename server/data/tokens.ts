import "server-only";
import type { Scope } from "@/domain/access/actor";
import { TokenId, UserId, type WorkspaceId } from "@/domain/ids";
import { PersonToken, Token } from "@/domain/people/token";
import { hashOf } from "@/server/data/actors";
import { prisma } from "@/server/data/prisma";
import type { Sql, Tx } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

type NewRow = {
  id: TokenId;
  userId: UserId;
  name: string;
  scopes: readonly Scope[];
  expiresAt: Date | undefined;
  /** The token it is made with. */
  madeWith: TokenId | undefined;
};

/** Keeps a token by the hash of its secret alone. */
export async function addToken(tx: Tx, secret: string, row: NewRow): Promise<void> {
  const { id, userId, name, scopes, expiresAt, madeWith } = row;
  await tx.rows(
    `insert into token (workspace_id, id, user_id, name, secret_hash, scopes, expires_at, made_with)
     values ($1, $2, $3, $4, $5, $6, $7, (select id from token where workspace_id = $1 and id = $8))`,
    [tx.workspaceId, id, userId, name, hashOf(secret), scopes, expiresAt ?? null, madeWith ?? null],
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
  return rows.map((row) => Token.parse({ ...row, ...momentsOf(row) }));
}

type Moments = { createdAt: Date; usedAt: Date | null; expiresAt: Date | null };

const momentsOf = ({ createdAt, usedAt, expiresAt }: Moments) => ({
  createdAt: createdAt.toISOString(),
  usedAt: usedAt?.toISOString(),
  expiresAt: expiresAt?.toISOString(),
});

type PersonRow = Moments & {
  id: string;
  name: string;
  scopes: string[];
  userId: string;
  personName: string;
  email: string;
};

/** A page of the tokens that work in a workspace, newest first, of everybody or of one person. */
export async function everybodysTokens(
  db: Sql,
  workspaceId: WorkspaceId,
  { person, after, limit }: { person: UserId | undefined; after: readonly [string, string] | undefined; limit: number },
): Promise<Page<PersonToken>> {
  const rows = await db.rows<PersonRow>(
    `select t.id, t.name, t.scopes, t.created_at as "createdAt", t.used_at as "usedAt", t.expires_at as "expiresAt",
            t.user_id as "userId", u.name as "personName", u.email
       from token t join users u on u.id = t.user_id
      where t.workspace_id = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
        and ($2::uuid is null or t.user_id = $2)
        and ($3::timestamptz is null or (t.created_at, t.id) < ($3, $4::uuid))
      order by t.created_at desc, t.id desc limit $5`,
    [workspaceId, person ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  const tokens = rows.map((row) => PersonToken.parse({ ...row, ...momentsOf(row) }));
  return toPage(tokens, limit, ({ createdAt, id }) => [createdAt, id]);
}

export type Revoked = { id: TokenId; userId: UserId };

/**
 * Ends a token with everything that was made with it: tokens, theirs in turn, and links that nobody followed yet. Only
 * one of `userId`'s when given. Empty when there is no such token that still holds.
 */
export async function revokeTokenRows(tx: Tx, id: TokenId, userId: UserId | undefined): Promise<Revoked[]> {
  // Whoever makes something with it right now holds this lock, so that the next statement sees what they made.
  const [found] = await tx.rows(
    `select id from token
      where workspace_id = $1 and id = $2 and revoked_at is null and ($3::uuid is null or user_id = $3) for update`,
    [tx.workspaceId, id, userId ?? null],
  );
  if (!found) return [];
  const rows = await tx.rows<{ id: string; user_id: string }>(
    `with recursive gone as (
       select $2::uuid as id
       union select t.id from token t join gone g on t.made_with = g.id where t.workspace_id = $1
     ), links as (
       update one_time_link set used_at = now() where made_with in (select id from gone) and used_at is null
     )
     update token t set revoked_at = now() from gone
      where t.workspace_id = $1 and t.id = gone.id and t.revoked_at is null returning t.id, t.user_id`,
    [tx.workspaceId, id],
  );
  return rows.map((row) => ({ id: TokenId.parse(row.id), userId: UserId.parse(row.user_id) }));
}
