import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type TokenId, UserId, WorkspaceId } from "@/domain/ids";
import { usualLinkDays } from "@/domain/people/link-values";
import { now } from "@/server/clock";
import { hashOf } from "@/server/data/actors";
import type { Sql, Tx } from "@/server/data/transaction";
import { newSecret } from "@/server/new-id";

const Purpose = z.enum(["set-up", "invitation"]);
export type Purpose = z.infer<typeof Purpose>;

/** Days that a one-time link waits to be followed, where nobody says otherwise. */
const holds: Record<Purpose, number> = { "set-up": 1, invitation: usualLinkDays };

/** A one-time link as it is handed out, this once. */
export type MadeLink = { secret: string; expiresAt: Date };

/** Whom a link lets in, and who makes it, with which token where a program does. */
type LinkFor = { userId: UserId; by: UserId; madeWith: TokenId | undefined; days?: number | undefined };

/** Makes an invitation for one person, or the link for whoever sets the workspace up; earlier ones stop working. */
export async function addLink(tx: Tx, invitation?: LinkFor): Promise<MadeLink> {
  const purpose: Purpose = invitation ? "invitation" : "set-up";
  const { userId = null, by: createdBy = null, madeWith = null } = invitation ?? {};
  const { workspaceId } = tx;
  const secret = newSecret();
  const { oneTimeLink } = await tx.prisma();
  const at = now();
  await oneTimeLink.updateMany({ where: { workspaceId, purpose, userId, usedAt: null }, data: { usedAt: at } });
  const expiresAt = new Date(at.getTime() + (invitation?.days ?? holds[purpose]) * 24 * 3600_000);
  const link = { id: randomUUID(), secretHash: hashOf(secret), purpose, workspaceId, userId, expiresAt };
  await oneTimeLink.create({ data: { ...link, madeWith: madeWith ?? null, createdBy }, select: { id: true } });
  return { secret, expiresAt };
}

export type OpenLink = {
  id: string;
  purpose: Purpose;
  workspaceId: WorkspaceId;
  userId: UserId | undefined;
  email: string | undefined;
  name: string | undefined;
};

/** The link of this secret, if nobody used it yet and its time is not over. */
export async function openLink(db: Sql, secret: string): Promise<OpenLink | undefined> {
  const { oneTimeLink } = await db.prisma();
  const found = await oneTimeLink.findFirst({
    where: {
      ...{ secretHash: hashOf(secret), usedAt: null, expiresAt: { gt: now() } },
      OR: [{ userId: null }, { user: { disabledAt: null } }],
    },
    select: { id: true, purpose: true, workspaceId: true, userId: true, user: { select: { email: true, name: true } } },
  });
  if (!found) return undefined;
  return {
    id: found.id,
    purpose: Purpose.parse(found.purpose),
    workspaceId: WorkspaceId.parse(found.workspaceId),
    userId: found.userId === null ? undefined : UserId.parse(found.userId),
    email: found.user?.email,
    name: found.user?.name,
  };
}

/** Whether the link of this secret was an invitation that was withdrawn. */
export async function wasWithdrawn(db: Sql, secret: string): Promise<boolean> {
  const { oneTimeLink } = await db.prisma();
  return (await oneTimeLink.count({ where: { secretHash: hashOf(secret), withdrawnAt: { not: null } } })) > 0;
}

/** False when somebody else was faster. */
export async function useLink(tx: Tx, id: string): Promise<boolean> {
  const { oneTimeLink } = await tx.prisma();
  const { count } = await oneTimeLink.updateMany({ where: { id, usedAt: null }, data: { usedAt: now() } });
  return count === 1;
}
