import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import type { UploadId } from "@/domain/ids";
import { ownFile, partsOf } from "@/server/data/jobs/uploads";
import { sql } from "@/server/data/transaction";
import { hitsMediaTypes } from "@/server/export/hits-file";
import { mayTakeHits } from "@/server/operations/export-concordance";

type Download = { fileName: string; mediaType: string; chunks: AsyncGenerator<Uint8Array> };

/** A file that one of this person's own jobs wrote; after a week it is gone. */
export async function readOwnFile(actor: Actor, id: UploadId): Promise<Result<Download>> {
  const file = await ownFile(sql, actor, id);
  if (!file) return fail({ kind: "not-found" });
  const may = await mayTakeHits(actor, file.projectId);
  if (!may.ok) return may;
  return ok({
    fileName: file.name,
    mediaType: file.name.endsWith(".xlsx") ? hitsMediaTypes.xlsx : hitsMediaTypes.csv,
    chunks: partsOf(sql, { workspaceId: actor.workspaceId, id, nth: 1 }),
  });
}
