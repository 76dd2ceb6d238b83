import "server-only";
import { z } from "zod";
import { type ProjectId, UserId } from "@/domain/ids";
import { type Member, ProjectRole } from "@/domain/project/project";
import type { Sql, Tx } from "@/server/data/transaction";

const Row = z.object({
  user_id: UserId,
  email: z.string(),
  name: z.string(),
  role: ProjectRole,
  invited: z.boolean(),
  created_at: z.date(),
  sampling: z.number().nullable(),
});

const select = `
  select pm.user_id, u.email, u.name, pm.role, u.password_hash is null and not u.demo as invited, pm.created_at,
         pm.sampling
    from project_member pm join users u on u.id = pm.user_id
   where pm.workspace_id = $1 and pm.project_id = $2`;

function toMember(row: unknown): Member {
  const { user_id: userId, created_at, ...same } = Row.parse(row);
  return { userId, ...same, since: created_at.toISOString() };
}

/** A project's people by name. */
export async function membersOf(db: Sql, workspaceId: string, projectId: ProjectId): Promise<Member[]> {
  const rows = await db.rows(`${select} order by lower(u.name), u.id limit 1000`, [workspaceId, projectId]);
  return rows.map(toMember);
}

export async function findMember(db: Sql, workspaceId: string, projectId: ProjectId, userId: UserId) {
  const [row] = await db.rows(`${select} and pm.user_id = $3`, [workspaceId, projectId, userId]);
  return row && toMember(row);
}

/** Keeps a member's role from being changed by anybody else until the transaction ends. */
export async function lockMember(tx: Tx, projectId: ProjectId, userId: UserId): Promise<void> {
  await tx.rows(
    "select 1 from project_member where workspace_id = $1 and project_id = $2 and user_id = $3 for update",
    [tx.workspaceId, projectId, userId],
  );
}

/** Gives a person of the workspace this role, whether or not they had one. */
export async function putMember(tx: Tx, projectId: ProjectId, userId: UserId, role: ProjectRole): Promise<void> {
  const { projectMember } = await tx.prisma();
  const key = { workspaceId: tx.workspaceId, projectId, userId };
  await projectMember.upsert({
    where: { workspaceId_projectId_userId: key },
    create: { ...key, role },
    update: { role },
    select: { role: true },
  });
}

/** Gives a member a rate of sampling of their own; null takes it away. */
export async function sampleMember(tx: Tx, projectId: ProjectId, userId: UserId, rate: number | null): Promise<void> {
  const { projectMember } = await tx.prisma();
  await projectMember.updateMany({
    where: { workspaceId: tx.workspaceId, projectId, userId },
    data: { sampling: rate },
  });
}

export async function removeMemberRow(tx: Tx, projectId: ProjectId, userId: UserId): Promise<void> {
  const { projectMember } = await tx.prisma();
  await projectMember.deleteMany({ where: { workspaceId: tx.workspaceId, projectId, userId } });
}

/** What is known of an address: who has it, and whether they are in this workspace. */
export type Known = { userId: UserId; here: boolean; invited: boolean };

export async function whoHas(tx: Tx, email: string): Promise<Known | undefined> {
  const { user } = await tx.prisma();
  const found = await user.findUnique({
    where: { email },
    select: {
      ...{ id: true, demo: true, passwordHash: true },
      members: { where: { workspaceId: tx.workspaceId }, select: { userId: true } },
    },
  });
  if (!found) return undefined;
  const invited = found.passwordHash === null && !found.demo;
  return { userId: UserId.parse(found.id), here: found.members.length > 0, invited };
}
