import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReleaseId } from "@/domain/ids";
import { manifestName } from "@/domain/release/manifest";
import type { Release } from "@/domain/release/release";
import { type Stretch, zipLayout } from "@/domain/release/zip-layout";
import { remember } from "@/server/data/entries";
import { bytesOfFile, type Held, packedBytesOfFile, packedFiles } from "@/server/data/releases/parts";
import { filesOfRelease } from "@/server/data/releases/releases";
import { inTransaction, sql } from "@/server/data/transaction";
import { openRelease } from "@/server/operations/releases";

/** A file that never changes: any part of it can be fetched, and `digest` tells whether it is still the same. */
export type Fixed = {
  fileName: string;
  mediaType: string;
  length: number;
  digest: string;
  bytes(start: number, end: number): AsyncGenerator<Uint8Array>;
};

const mediaTypes: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  cff: "application/yaml; charset=utf-8",
};

/** A release that somebody may take along. One whose files were deleted is gone, and says so. */
async function opened(actor: Actor, id: ReleaseId): Promise<Result<Release>> {
  const found = await openRelease(sql, actor, id, "see-releases");
  if (!found.ok) return found;
  const { release } = found.value;
  if (release.state === "declined") {
    const reason = `Release ${release.number} was declined, and its files were deleted. Its names and digests stay.`;
    return fail({ kind: "conflict", current: release, reason });
  }
  if (release.state !== "erased") return ok(release);
  const reason = `The files of release ${release.number} were deleted with a report in it. Its names and digests stay.`;
  return fail({ kind: "conflict", current: release, reason });
}

/** One file of a release. */
export async function takeReleaseFile(actor: Actor, id: ReleaseId, name: string): Promise<Result<Fixed>> {
  const found = await opened(actor, id);
  if (!found.ok) return found;
  const files = await filesOfRelease(sql, actor.workspaceId, id);
  const nth = files.findIndex((file) => file.name === name);
  const file = files[nth];
  if (!file) return fail({ kind: "not-found" });
  if (name !== manifestName) await taken(actor, found.value, name);
  const held = { workspaceId: actor.workspaceId, id };
  return ok({
    fileName: name.replaceAll("/", "-"),
    mediaType: mediaTypes[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    length: file.bytes,
    digest: file.sha256,
    bytes: (start, end) => bytesOfFile(sql, held, { nth, start, end }),
  });
}

/** All files of a release in one archive, which is the same archive whenever it is fetched. */
export async function takeRelease(actor: Actor, id: ReleaseId): Promise<Result<Fixed>> {
  const found = await opened(actor, id);
  if (!found.ok) return found;
  const { number, digest, title, state } = found.value;
  const held = { workspaceId: actor.workspaceId, id };
  const { stretches, length } = zipLayout(await packedFiles(sql, held));
  await taken(actor, found.value);
  return ok({
    fileName: `${title.slice(0, 80)} – release ${number}${state === "waiting" ? ", not approved" : ""}.zip`.replaceAll(
      /[/\\]/g,
      "-",
    ),
    mediaType: "application/zip",
    length,
    digest,
    bytes: (start, end) => archiveBytes(held, stretches, { start, end }),
  });
}

async function* archiveBytes(
  held: Held,
  stretches: readonly Stretch[],
  { start, end }: { start: number; end: number },
): AsyncGenerator<Uint8Array> {
  let nth = -1;
  for (const stretch of stretches) {
    if (stretch.is === "file") nth = stretch.nth;
    const from = Math.max(0, start - stretch.start);
    const to = Math.min(stretch.length, end - stretch.start);
    if (from >= to) continue;
    if (stretch.is === "own") yield stretch.bytes.subarray(from, to);
    else yield* packedBytesOfFile(sql, held, { nth, start: from, end: to });
  }
}

/** The history says who took what before the first byte of it leaves. */
async function taken(actor: Actor, { id, number, projectId }: Release, file?: string): Promise<void> {
  const refs = { releaseId: id, number, ...(file === undefined ? {} : { file }) };
  const told = await inTransaction(actor.workspaceId, async (tx) => {
    await remember(tx, { by: actor.userId, did: "took-release", projectId, refs });
    return ok(undefined);
  });
  if (!told.ok) throw new Error(`The history did not take a download: ${told.failure.kind}.`);
}
