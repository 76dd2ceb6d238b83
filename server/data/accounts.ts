import "server-only";
import { UserId, WorkspaceId } from "@/domain/ids";
import type { WorkspaceRole } from "@/domain/project/project";
import { Prisma } from "@/generated/prisma/client";
import type { Sql, Tx } from "@/server/data/transaction";

export type Account = {
  userId: UserId;
  workspaceId: WorkspaceId;
  name: string;
  email: string;
  demo: boolean;
  passwordHash: string | null;
};

/** Whoever signs in with this address; disabled people and those of no workspace are nobody. */
export const accountByEmail = (db: Sql, email: string): Promise<Account | undefined> => account(db, { email });

export const accountById = (db: Sql, id: UserId): Promise<Account | undefined> => account(db, { id });

/** A sign-in acts in one workspace: the one its person joined first. */
async function account(db: Sql, who: { id: UserId } | { email: string }): Promise<Account | undefined> {
  const { user } = await db.prisma();
  const found = await user.findFirst({
    where: { ...who, disabledAt: null },
    select: {
      ...{ id: true, name: true, email: true, demo: true, passwordHash: true },
      members: {
        orderBy: [{ createdAt: "asc" }, { workspaceId: "asc" }],
        take: 1,
        select: { workspaceId: true },
      },
    },
  });
  const [joined] = found?.members ?? [];
  if (!found || !joined) return undefined;
  const { id, members: _joined, ...rest } = found;
  return { ...rest, userId: UserId.parse(id), workspaceId: WorkspaceId.parse(joined.workspaceId) };
}

/** A new person, without a password until they follow their link. False when the address is somebody's already. */
export async function addUser(tx: Tx, person: { id: UserId; email: string; name: string }): Promise<boolean> {
  const { user } = await tx.prisma();
  const { count } = await user.createMany({ data: [person], skipDuplicates: true });
  return count === 1;
}

export async function addToWorkspace(tx: Tx, userId: UserId, role: WorkspaceRole): Promise<void> {
  const { workspaceMember } = await tx.prisma();
  await workspaceMember.createMany({ data: [{ workspaceId: tx.workspaceId, userId, role }], skipDuplicates: true });
}

/** Sets a new password where the present one is still what was checked; false when it is not. */
export async function replacePassword(
  tx: Tx,
  userId: UserId,
  hashes: { seen: string; next: string },
): Promise<boolean> {
  const { user } = await tx.prisma();
  const { count } = await user.updateMany({
    where: { id: userId, passwordHash: hashes.seen, disabledAt: null },
    data: { passwordHash: hashes.next },
  });
  return count === 1;
}

export async function setPassword(tx: Tx, userId: UserId, passwordHash: string, name?: string): Promise<void> {
  const { user } = await tx.prisma();
  await user.updateMany({ where: { id: userId }, data: { passwordHash, name: name ?? Prisma.skip } });
}
