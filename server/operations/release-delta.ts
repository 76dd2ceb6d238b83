import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ReleaseId } from "@/domain/ids";
import type { Release } from "@/domain/release/release";
import { findProject } from "@/server/data/projects";
import { filesOfRelease } from "@/server/data/releases/releases";
import { sql } from "@/server/data/transaction";
import { zipped } from "@/server/export/zip";
import { openRelease } from "@/server/operations/releases";
import { type Between, deltaEntries } from "@/server/release/delta";

type Download = { fileName: string; mediaType: string; chunks: AsyncGenerator<Uint8Array> };

/** Deltas that are made at a time. */
const most = 2;
let open = 0;

/** What leads from an earlier release to this one, as an archive. */
export async function takeDelta(actor: Actor, id: ReleaseId, since: ReleaseId): Promise<Result<Download>> {
  const newer = await openRelease(sql, actor, id, "see-releases");
  if (!newer.ok) return newer;
  const older = await openRelease(sql, actor, since, "see-releases");
  const [now, before] = [newer.value.release, older.ok ? older.value.release : undefined];
  if (!before || before.projectId !== now.projectId)
    return invalid("since", "There is no such release in this project.");
  if (before.number >= now.number)
    return invalid("since", `Release ${before.number} is not earlier than release ${now.number}.`);
  for (const release of [now, before]) {
    if (release.state !== "erased" && release.state !== "declined") continue;
    const why = release.state === "declined" ? "when it was declined" : "with a report in it";
    const reason = `The files of release ${release.number} were deleted ${why}, so nothing can be compared with it.`;
    return fail({ kind: "conflict", current: release, reason });
  }
  if (open >= most) return fail({ kind: "unavailable", reason: "busy" });
  const project = await findProject(sql, actor, now.projectId);
  const between: Between = {
    older: await filed(actor, before),
    newer: await filed(actor, now),
    project: { id: now.projectId, name: project?.name ?? "" },
  };
  const fileName = `${project?.slug ?? "project"}-delta-${before.number}-to-${now.number}.zip`;
  return ok({
    fileName,
    mediaType: "application/zip",
    chunks: counted(zipped(deltaEntries(sql, between), new Date(now.at))),
  });
}

const filed = async ({ workspaceId }: Actor, release: Release) => ({
  workspaceId,
  id: release.id,
  release,
  files: await filesOfRelease(sql, workspaceId, release.id),
});

async function* counted(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  open += 1;
  try {
    yield* chunks;
  } finally {
    open -= 1;
  }
}
