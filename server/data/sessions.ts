import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import type { UserId } from "@/domain/ids";
import { Prisma } from "@/generated/prisma/client";
import { now } from "@/server/clock";
import { hashOf, session as limits } from "@/server/data/actors";
import { prisma } from "@/server/data/prisma";
import type { Tx } from "@/server/data/transaction";
import { newSecret } from "@/server/new-id";

/** Where a browser stood when it signed in, as far as we know; `passedOn` is what shows that something stood between. */
export type Whence = { address: string | undefined; userAgent: string; passedOn?: string | undefined };

/** Opens a sign-in; the secret goes into the cookie and is kept nowhere. */
export async function openSession(tx: Tx, userId: UserId, { address, userAgent }: Whence): Promise<string> {
  const secret = newSecret();
  const { session } = await tx.prisma();
  const signIn = { id: randomUUID(), secretHash: hashOf(secret), userId, workspaceId: tx.workspaceId };
  const whence = { userAgent: userAgent.slice(0, 300), address: address ?? "" };
  const expiresAt = new Date(now().getTime() + limits.longestMs);
  await session.create({
    data: { ...signIn, ...whence, outboxKey: randomBytes(32), expiresAt },
    select: { id: true },
  });
  return secret;
}

/** Ends sign-ins of a person: one by its id or its secret, or all but one. Returns how many ended. */
export async function endSessions(
  tx: Tx,
  userId: UserId,
  which: { id: string } | { allBut: string | undefined },
): Promise<number> {
  const { session } = await tx.prisma();
  const id = "id" in which ? which.id : which.allBut === undefined ? Prisma.skip : { not: which.allBut };
  const { count } = await session.updateMany({ where: { userId, endedAt: null, id }, data: { endedAt: now() } });
  return count;
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
