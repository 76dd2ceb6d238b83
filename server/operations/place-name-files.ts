import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";
import { JobId, PlaceNameFileId, UploadId } from "@/domain/ids";
import { isOver } from "@/domain/job/job-values";
import type { PlaceNameFile } from "@/domain/job/place-name-file";
import { uploadLimits } from "@/domain/job/upload";
import { remember } from "@/server/data/entries";
import {
  addPlaceNameFile,
  dropPlaceNameFiles,
  findPlaceNameFile,
  placeNameFilesOf,
} from "@/server/data/gazetteer/place-name-files";
import { addJob } from "@/server/data/jobs/jobs";
import { addUpload, beginFile, dropUpload, endFile } from "@/server/data/jobs/uploads";
import { inTransaction, sql } from "@/server/data/transaction";
import { deliver } from "@/server/jobs/deliver";
import { newId } from "@/server/new-id";
import { keepParts } from "@/server/operations/uploads";

/** The files of place names of the workspace, newest first, and what has to be said with what is in them. */
export async function listPlaceNameFiles(
  actor: Actor,
): Promise<Result<{ items: PlaceNameFile[]; attribution: string }>> {
  const refusal = refusalInWorkspace(actor, "see-place-names");
  if (refusal) return fail(refusal);
  return ok({ items: await placeNameFilesOf(sql, actor.workspaceId), attribution: gazetteerAttribution });
}

/** Takes a file from GeoNames or a table of P-codes as it comes, never whole in memory, and has a job read it. */
export async function putPlaceNameFile(
  actor: Actor,
  { name, request }: { name: string; request: Request },
): Promise<Result<PlaceNameFile>> {
  const refusal = refusalInWorkspace(actor, "add-place-names");
  if (refusal) return fail(refusal);
  const { workspaceId } = actor;
  const [upload, id] = [newId(UploadId), newId(JobId)];
  const begun = await inTransaction<number>(workspaceId, async (tx) => {
    await addUpload(tx, actor, { id: upload });
    const nth = await beginFile(tx, upload, 1);
    return nth === undefined ? fail({ kind: "not-found" }) : ok(nth);
  });
  if (!begun.ok) return begun;
  const file = { workspaceId, id: upload, nth: begun.value };
  const sent = await keepParts(file, request, uploadLimits.bytes);
  if (!sent.ok || sent.value === 0) {
    await dropUpload(sql, workspaceId, upload);
    return sent.ok ? invalid("name", "The file is empty.") : sent;
  }
  const started = await inTransaction<PlaceNameFile>(workspaceId, async (tx) => {
    await endFile(tx, file, { name, bytes: sent.value });
    await addJob(tx, actor, { id, kind: "read-place-names", data: { upload, name }, counted: "lines" });
    await addPlaceNameFile(tx, actor, { id, name, bytes: sent.value });
    await remember(tx, { by: actor.userId, did: "started-job", refs: { jobId: id, kind: "read-place-names" } });
    const made = await findPlaceNameFile(tx, workspaceId, PlaceNameFileId.parse(id));
    return made ? ok(made) : fail({ kind: "not-found" });
  });
  // Should it be lost on the way, it is found among the rows.
  if (started.ok) await deliver({ workspaceId, id }).catch(() => undefined);
  return started;
}

/** Takes the places, names and P-codes of a file out of the gazetteer; tags that were placed with them stay as they are. */
export function removePlaceNameFile(actor: Actor, id: PlaceNameFileId): Promise<Result<undefined>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const refusal = refusalInWorkspace(actor, "add-place-names");
    if (refusal) return fail(refusal);
    const file = await findPlaceNameFile(tx, actor.workspaceId, id);
    if (!file) return fail({ kind: "not-found" });
    if (!isOver(file.job)) return fail({ kind: "conflict", current: file, reason: underWay });
    await dropPlaceNameFiles(tx, [id]);
    await remember(tx, { by: actor.userId, did: "removed-place-names", refs: { jobId: id, name: file.name } });
    return ok(undefined);
  });
}

const underWay = "This file is being read. Cancel that first, then remove it.";
