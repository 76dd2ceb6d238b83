import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { type ProjectId, UploadId } from "@/domain/ids";
import { type Upload, uploadLimits } from "@/domain/job/upload";
import {
  addPart,
  addUpload,
  beginFile,
  bytesOf,
  endFile,
  type FileOf,
  findUpload,
  partSize,
} from "@/server/data/jobs/uploads";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Sql, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** Makes a place for files that are to be imported. */
export function makeUpload(actor: Actor, projectId: ProjectId): Promise<Result<Upload>> {
  return inTransaction<Upload>(actor.workspaceId, async (tx) => {
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "import");
    if (refusal) return fail(refusal);
    const id = newId(UploadId);
    await addUpload(tx, actor, { id, projectId });
    return ok({ id, projectId, files: [] });
  });
}

async function openUpload(db: Sql, actor: Actor, id: UploadId, deed: ProjectDeed): Promise<Result<Upload>> {
  const upload = await findUpload(db, actor.workspaceId, id);
  const standing = upload?.projectId && (await standingIn(db, actor, upload.projectId));
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, deed);
  return refusal ? fail(refusal) : ok(upload);
}

/** What was uploaded so far. */
export const readUpload = (actor: Actor, id: UploadId): Promise<Result<Upload>> =>
  openUpload(sql, actor, id, "see-jobs");

/** Keeps a file, part by part as it comes; one that was cut off is not part of the upload. */
export async function putFile(
  actor: Actor,
  id: UploadId,
  { name, request }: { name: string; request: Request },
): Promise<Result<Upload>> {
  const begun = await inTransaction<FileOf>(actor.workspaceId, async (tx) => {
    const upload = await openUpload(tx, actor, id, "import");
    if (!upload.ok) return upload;
    const nth = await beginFile(tx, id, uploadLimits.files);
    if (nth === undefined) return fail({ kind: "too-large", limit: uploadLimits.files, unit: "files" });
    return ok({ workspaceId: actor.workspaceId, id, nth });
  });
  if (!begun.ok) return begun;
  const room = uploadLimits.bytes - (await bytesOf(sql, actor.workspaceId, id));
  const kept = await keepParts(begun.value, request, room);
  if (!kept.ok) return kept;
  if (kept.value === 0) return invalid("name", "The file is empty.");
  const ended = await inTransaction(actor.workspaceId, async (tx) =>
    ok(await endFile(tx, begun.value, { name, bytes: kept.value })),
  );
  if (!ended.ok) return ended;
  return openUpload(sql, actor, id, "import");
}

/** Keeps the bytes of a request as a file's parts, as they come. Answers how many came. */
export async function keepParts(file: FileOf, request: Request, room: number): Promise<Result<number>> {
  const reader = request.body?.getReader();
  let waiting: Uint8Array[] = [];
  let [here, all, part] = [0, 0, 0];
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      waiting.push(next.value);
      here += next.value.byteLength;
      all += next.value.byteLength;
      if (all > room) return fail({ kind: "too-large", limit: uploadLimits.bytes, unit: "bytes" });
      if (here < partSize) continue;
      const bytes = Buffer.concat(waiting);
      let from = 0;
      for (; bytes.length - from >= partSize; from += partSize) {
        await addPart(sql, file, part, bytes.subarray(from, from + partSize));
        part += 1;
      }
      waiting = [bytes.subarray(from)];
      here = bytes.length - from;
    }
  } catch (error) {
    if (reader && request.signal.aborted) return fail({ kind: "invalid", malformed: { is: "cut" }, problems: [] });
    throw error;
  } finally {
    reader?.releaseLock();
  }
  if (here > 0) await addPart(sql, file, part, Buffer.concat(waiting));
  return ok(all);
}
