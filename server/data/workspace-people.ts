import "server-only";
import { z } from "zod";
import { UserId, type WorkspaceId } from "@/domain/ids";
import type { ChangePerson, Person } from "@/domain/people/person";
import { WorkspaceRole } from "@/domain/project/project";
import { Prisma } from "@/generated/prisma/client";
import { now } from "@/server/clock";
import type { Sql, Tx } from "@/server/data/transaction";

const Row = z.object({
  user_id: UserId,
  email: z.string(),
  name: z.string(),
  role: WorkspaceRole,
  invited: z.boolean(),
  disabled: z.boolean(),
  created_at: z.date(),
});

const select = `
  select m.user_id, u.email, u.name, m.role, u.password_hash is null and not u.demo as invited,
         u.disabled_at is not null as disabled, m.created_at
    from workspace_member m join users u on u.id = m.user_id
   where m.workspace_id = $1`;

function toPerson(row: unknown): Person {
  const { user_id: userId, created_at, ...same } = Row.parse(row);
  return { userId, ...same, since: created_at.toISOString() };
}

/** Everybody of a workspace by name. */
export async function peopleOf(db: Sql, workspaceId: WorkspaceId): Promise<Person[]> {
  const rows = await db.rows(`${select} order by lower(u.name), u.id limit 2000`, [workspaceId]);
  return rows.map(toPerson);
}

export async function findPerson(db: Sql, workspaceId: WorkspaceId, userId: UserId): Promise<Person | undefined> {
  const [row] = await db.rows(`${select} and m.user_id = $2`, [workspaceId, userId]);
  return row && toPerson(row);
}

/** How many can run the workspace, counted while nobody else can change that. */
export async function countAdmins(tx: Tx): Promise<number> {
  const rows = await tx.rows(
    `select m.user_id from workspace_member m join users u on u.id = m.user_id
      where m.workspace_id = $1 and m.role = 'admin' and u.disabled_at is null
        and (u.demo or u.password_hash is not null) for update of m, u`,
    [tx.workspaceId],
  );
  return rows.length;
}

export async function changePersonRow(tx: Tx, userId: UserId, { role, disabled }: ChangePerson): Promise<void> {
  const { workspaceMember, user } = await tx.prisma();
  const shut = { gate: { increment: 1 } };
  const here = { workspaceId: tx.workspaceId, userId };
  await workspaceMember.updateMany({ where: here, data: { ...shut, role: role ?? Prisma.skip } });
  if (disabled === undefined) return;
  await workspaceMember.updateMany({ where: { userId }, data: shut });
  if (disabled) await user.updateMany({ where: { id: userId, disabledAt: null }, data: { disabledAt: now() } });
  else await user.updateMany({ where: { id: userId }, data: { disabledAt: null } });
}
