import type { Actor } from "@/domain/access/actor";
import type { CopyState } from "@/domain/copies/copy-values";
import { ok } from "@/domain/failure";
import { CopyId, type ProjectId, type ReportId } from "@/domain/ids";
import { inTransaction } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** Two reports of which the first is the copy of the second, as they are found. */
export async function aCopy(
  by: Actor,
  projectId: ProjectId,
  [copy, original]: readonly [ReportId, ReportId],
  state: CopyState = "confirmed",
): Promise<CopyId> {
  const id = newId(CopyId);
  const [one, other] = [copy, original].toSorted();
  const done = await inTransaction(by.workspaceId, async (tx) => {
    await tx.rows(
      `insert into report_copy (workspace_id, id, project_id, one_id, other_id, original_id, state, one_words, one_shared,
         other_words, other_shared, passages) values ($1, $2, $3, $4, $5, $6, $7, 20, 15, 30, 15, '[]')`,
      [by.workspaceId, id, projectId, one, other, original, state],
    );
    return ok(undefined);
  });
  if (!done.ok) throw new Error(`No copy: ${done.failure.kind}`);
  return id;
}
