import "server-only";
import { WorkspaceId } from "@/domain/ids";
import { prisma } from "@/server/data/prisma";
import type { Tx } from "@/server/data/transaction";

/** The oldest workspace. */
export async function findWorkspace(): Promise<WorkspaceId | undefined> {
  const found = await prisma().workspace.findFirst({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return found ? WorkspaceId.parse(found.id) : undefined;
}

export async function addWorkspace(tx: Tx, row: { id: WorkspaceId; name: string; slug: string }): Promise<void> {
  const { workspace } = await tx.prisma();
  await workspace.create({ data: row, select: { id: true } });
}

/** Whether anybody who can sign in runs this workspace. */
export async function hasAdmin(workspaceId: WorkspaceId): Promise<boolean> {
  const found = await prisma().workspaceMember.findFirst({
    where: {
      workspaceId,
      role: "admin",
      user: { disabledAt: null, OR: [{ demo: true }, { passwordHash: { not: null } }] },
    },
    select: { userId: true },
  });
  return found !== null;
}
