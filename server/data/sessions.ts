import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import type { UserId } from "@/domain/ids";
import { hashOf, session as limits } from "@/server/data/actors";
import { prisma } from "@/server/data/prisma";
import type { Tx } from "@/server/data/transaction";
import { newSecret } from "@/server/new-id";

/** Where a browser stood when it signed in, as far as we know; `passedOn` is what shows that something stood between. */
export type Whence = { address: string | undefined; userAgent: string; passedOn?: string | undefined };

/** Opens a sign-in; the secret goes into the cookie and is kept nowhere. */
export async function openSession(tx: Tx, userId: UserId, { address, userAgent }: Whence): Promise<string> {
  const secret = newSecret();
  await tx.rows(
    `insert into session (id, secret_hash, user_id, workspace_id, outbox_key, user_agent, address, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8))`,
    [
      randomUUID(),
      hashOf(secret),
      userId,
      tx.workspaceId,
      randomBytes(32),
      userAgent.slice(0, 300),
      address ?? "",
      limits.longestMs / 1000,
    ],
  );
  return secret;
}

/** Ends sign-ins of a person: one by its id or its secret, or all but one. Returns how many ended. */
export async function endSessions(
  tx: Tx,
  userId: UserId,
  which: { id: string } | { allBut: string | undefined },
): Promise<number> {
  const [condition, value] = "id" in which ? ["id = $2", which.id] : ["id is distinct from $2", which.allBut ?? null];
  const ended = await tx.rows(
    `update session set ended_at = now() where user_id = $1 and ended_at is null and ${condition} returning id`,
    [userId, value],
  );
  return ended.length;
}

export type KeptSession = { id: string; userAgent: string; address: string; createdAt: Date; seenAt: Date };

/** A person's sign-ins that still hold, latest first. */
export function sessionsOf(userId: UserId, now: Date): Promise<KeptSession[]> {
  return prisma().session.findMany({
    where: {
      userId,
      endedAt: null,
      expiresAt: { gt: now },
      seenAt: { gt: new Date(now.getTime() - limits.idleMs) },
    },
    select: { id: true, userAgent: true, address: true, createdAt: true, seenAt: true },
    orderBy: { seenAt: "desc" },
    take: 100,
  });
}
