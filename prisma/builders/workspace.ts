import { WorkspaceId } from "@/domain/ids";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** An empty workspace of its own, so that tests never meet each other's rows. */
export async function aWorkspace(name = "Test desk"): Promise<WorkspaceId> {
  const id = newId(WorkspaceId);
  await sql.rows("insert into workspace (id, name, slug) values ($1, $2, $3)", [id, name, id]);
  return id;
}
