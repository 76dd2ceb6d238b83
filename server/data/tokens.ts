import "server-only";
import type { Scope } from "@/domain/access/actor";
import { TokenId, UserId, type WorkspaceId } from "@/domain/ids";
import { PersonToken, Token } from "@/domain/people/token";
import { Prisma } from "@/generated/prisma/client";
import { now } from "@/server/clock";
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
  const { token } = await tx.prisma();
  const { workspaceId } = tx;
  const maker = madeWith && (await token.findFirst({ where: { workspaceId, id: madeWith }, select: { id: true } }));
  const what = { workspaceId, id, userId, name, secretHash: hashOf(secret), scopes: [...scopes] };
  await token.create({
    data: { ...what, expiresAt: expiresAt ?? null, madeWith: maker?.id ?? null },
    select: { id: true },
  });
}

/** Whether somebody has made this token, revoked or not. */
export async function findToken(db: Sql, userId: UserId, id: TokenId): Promise<boolean> {
  const { token } = await db.prisma();
  return (await token.findFirst({ where: { userId, id }, select: { id: true } })) !== null;
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

/** A page of the tokens that work in a workspace, newest first, of everybody or of one person. */
export async function everybodysTokens(
  db: Sql,
  workspaceId: WorkspaceId,
  { person, after, limit }: { person: UserId | undefined; after: readonly [string, string] | undefined; limit: number },
): Promise<Page<PersonToken>> {
  const { token } = await db.prisma();
  const at = after && new Date(after[0]);
  const rows = await token.findMany({
    where: {
      ...{ workspaceId, revokedAt: null, userId: person ?? Prisma.skip },
      AND: [
        { OR: [{ expiresAt: null }, { expiresAt: { gt: now() } }] },
        at ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: after[1] } }] } : {},
      ],
    },
    select: {
      ...{ id: true, name: true, scopes: true, createdAt: true, usedAt: true, expiresAt: true, userId: true },
      member: { select: { user: { select: { name: true, email: true } } } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const tokens = rows.map(({ member: { user }, ...row }) =>
    PersonToken.parse({ ...row, ...momentsOf(row), personName: user.name, email: user.email }),
  );
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
  const rows = await tx.rows(
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
  return rows.map(({ id: ended, user_id }) => ({ id: TokenId.parse(ended), userId: UserId.parse(user_id) }));
}
