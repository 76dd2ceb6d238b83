import "server-only";
import { WorkspaceId } from "@/domain/ids";
import { sql, type Tx } from "@/server/data/transaction";

/** The oldest workspace. */
export async function findWorkspace(): Promise<WorkspaceId | undefined> {
  const [row] = await sql.rows<{ id: string }>("select id from workspace order by created_at, id limit 1");
  return row && WorkspaceId.parse(row.id);
}

export async function addWorkspace(tx: Tx, row: { id: WorkspaceId; name: string; slug: string }): Promise<void> {
  await tx.rows("insert into workspace (id, name, slug) values ($1, $2, $3)", [row.id, row.name, row.slug]);
}

/** Whether anybody who can sign in runs this workspace. */
export async function hasAdmin(workspaceId: WorkspaceId): Promise<boolean> {
  const [row] = await sql.rows<{ found: boolean }>(
    `select exists (
       select from workspace_member m join users u on u.id = m.user_id
        where m.workspace_id = $1 and m.role = 'admin' and u.disabled_at is null
          and (u.demo or u.password_hash is not null)
     ) as found`,
    [workspaceId],
  );
  return row?.found === true;
}
