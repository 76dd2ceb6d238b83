import type { Actor } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { JobId } from "@/domain/ids";
import { addPlaceNameFile } from "@/server/data/gazetteer/place-name-files";
import { addJob } from "@/server/data/jobs/jobs";
import { inTransaction } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** A file of place names that was read to its end and holds nothing. */
export async function aPlaceNameFile(admin: Actor): Promise<JobId> {
  const id = newId(JobId);
  await inTransaction(admin.workspaceId, async (tx) => {
    await addJob(tx, admin, { id, kind: "read-place-names", data: {}, counted: "lines" });
    await tx.rows("update job set state = 'done' where workspace_id = $1 and id = $2", [tx.workspaceId, id]);
    return ok(await addPlaceNameFile(tx, admin, { id, name: "SY.txt", bytes: 1 }));
  });
  return id;
}
