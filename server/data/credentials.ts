import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { UserId } from "@/domain/ids";
import { now } from "@/server/clock";
import { endSessions } from "@/server/data/sessions";
import type { Tx } from "@/server/data/transaction";

/**
 * Whether an account is open, and still has the password that was seen (any when left out). It stays so until the
 * transaction ends: a new password or a shut-out at the same moment comes before this or after it.
 */
export async function accountHolds(tx: Tx, userId: UserId, passwordSeen?: string | null): Promise<boolean> {
  const [row] = await tx.rows("select password_hash from users where id = $1 and disabled_at is null for share", [
    userId,
  ]);
  return row !== undefined && (passwordSeen === undefined || row["password_hash"] === passwordSeen);
}

/** Whether this person's account and the sign-in or token they came with still hold, and will until the transaction ends. */
export async function stillHolds(tx: Tx, { userId, via }: Actor): Promise<boolean> {
  if (!(await accountHolds(tx, userId))) return false;
  const [row] =
    "session" in via
      ? await tx.rows(
          "select ended_at is not null or expires_at <= now() as over from session where id = $1 for share",
          [via.session],
        )
      : await tx.rows(
          `select revoked_at is not null or coalesce(expires_at <= now(), false) as over from token
            where workspace_id = $1 and id = $2 for share`,
          [tx.workspaceId, via.token],
        );
  return row?.["over"] !== true;
}

/**
 * Ends everything by which somebody comes in: their sign-ins but one, their tokens, and links that were not followed
 * yet, theirs and those made with their tokens. For a new password and for shutting out.
 */
export async function endCredentials(
  tx: Tx,
  userId: UserId,
  { allBut }: { allBut?: string | undefined } = {},
): Promise<void> {
  await endSessions(tx, userId, { allBut });
  const { token, oneTimeLink } = await tx.prisma();
  const at = now();
  const ended = await token.updateManyAndReturn({
    where: { userId, revokedAt: null },
    data: { revokedAt: at },
    select: { id: true },
  });
  await oneTimeLink.updateMany({
    where: { usedAt: null, OR: [{ userId }, { madeWith: { in: ended.map(({ id }) => id) } }] },
    data: { usedAt: at },
  });
}
