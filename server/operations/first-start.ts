import "server-only";
import { ok } from "@/domain/failure";
import { WorkspaceId } from "@/domain/ids";
import { remember } from "@/server/data/entries";
import { addLink } from "@/server/data/links";
import { inTransaction } from "@/server/data/transaction";
import { addWorkspace, findWorkspace, hasAdmin } from "@/server/data/workspaces";
import { newId } from "@/server/new-id";
import { linkAddress } from "@/server/operations/add-member";

/** The workspace of this installation, made when there is none yet. */
export async function firstWorkspace(name = "Workspace"): Promise<WorkspaceId> {
  const found = await findWorkspace();
  if (found) return found;
  const id = newId(WorkspaceId);
  const made = await inTransaction(id, async (tx) => {
    await addWorkspace(tx, { id, name, slug: "main" });
    await remember(tx, { did: "made-workspace" });
    return ok(id);
  });
  if (!made.ok) throw new Error("The database can't be reached.");
  return made.value;
}

/** A one-time address where the first admin sets themselves up; undefined when there is an admin already. */
export async function setUpLink(): Promise<string | undefined> {
  const workspaceId = await firstWorkspace();
  if (await hasAdmin(workspaceId)) return undefined;
  const made = await inTransaction(workspaceId, async (tx) => ok(linkAddress((await addLink(tx)).secret)));
  if (!made.ok) throw new Error("The database can't be reached.");
  return made.value;
}
