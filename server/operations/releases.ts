import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalInProject, refusalInWorkspace } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId, ReleaseId } from "@/domain/ids";
import type { ReleaseFilters } from "@/domain/release/asked";
import type { Release, ReleasePreview, ReleaseWithFiles, WithdrawRelease } from "@/domain/release/release";
import { remember } from "@/server/data/entries";
import { countLeaving } from "@/server/data/export/counts";
import { openSnapshot } from "@/server/data/export/snapshot";
import { isPractice } from "@/server/data/projects";
import { protectionOf } from "@/server/data/protection/load";
import { acceptedEvents } from "@/server/data/releases/holdings";
import {
  filesOfRelease,
  findRelease,
  markWithdrawn,
  orphanedRelease,
  projectOfRelease,
  releasesOf,
  type WantedReleases,
} from "@/server/data/releases/releases";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Sql, sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";
import { heldUp } from "@/server/release/held-up";
import { askedIn, dataFiles } from "@/server/release/view";

export type Opened = { release: Release; standing: Standing };

/** A release for somebody who may do this with it; every door of a release goes through here. */
export async function openRelease(db: Sql, actor: Actor, id: ReleaseId, deed: ProjectDeed): Promise<Result<Opened>> {
  const projectId = await projectOfRelease(db, actor.workspaceId, id);
  const standing = projectId && (await standingIn(db, actor, projectId));
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, deed);
  if (refusal) return fail(refusal);
  const release = await findRelease(db, { actor, standing }, id);
  return release ? ok({ release, standing }) : fail({ kind: "not-found" });
}

/** A page of a project's releases, the newest first. */
export async function listReleases(actor: Actor, wanted: WantedReleases): Promise<Result<Page<Release>>> {
  const standing = await standingIn(sql, actor, wanted.projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-releases");
  return refusal ? fail(refusal) : ok(await releasesOf(sql, { actor, standing }, wanted));
}

/** One release with its files. What stays of one whose project was deleted is for admins. */
export async function readRelease(actor: Actor, id: ReleaseId): Promise<Result<ReleaseWithFiles>> {
  const opened = await openRelease(sql, actor, id, "see-releases");
  const release = opened.ok ? opened.value.release : await orphanFor(actor, id);
  if (!release) return opened.ok ? fail({ kind: "not-found" }) : opened;
  return ok({ ...release, files: await filesOfRelease(sql, actor.workspaceId, id) });
}

const orphanFor = async (actor: Actor, id: ReleaseId) =>
  refusalInWorkspace(actor, "see-audit") ? undefined : orphanedRelease(sql, actor.workspaceId, id);

/** What a release would hold, and what keeps it from being made. */
export async function previewRelease(
  actor: Actor,
  projectId: ProjectId,
  filters: ReleaseFilters,
): Promise<Result<ReleasePreview>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "make-release");
  if (refusal) return fail(refusal);
  if (await isPractice(sql, actor.workspaceId, projectId)) return fail({ kind: "forbidden", reason: "practice" });
  const snapshot = await openSnapshot();
  try {
    const { held } = await protectionOf(snapshot, { actor, standing, projectId });
    const asked = { ...askedIn({ actor, standing, projectId }, filters), held };
    const counts = await countLeaving(snapshot, asked);
    return ok({
      counts,
      events: await acceptedEvents(snapshot, asked),
      files: dataFiles.map(({ name, rows }) => ({ name, rows: rows(counts) })),
      held: await heldUp(snapshot, asked, filters),
    });
  } finally {
    await snapshot.end();
  }
}

/** Withdraws a release: it stays as it is, and whoever looks at it hears why it should not be used. */
export function withdrawRelease(actor: Actor, id: ReleaseId, { reason }: WithdrawRelease): Promise<Result<Release>> {
  return inTransaction<Release>(actor.workspaceId, async (tx) => {
    const opened = await openRelease(tx, actor, id, "withdraw-release");
    if (!opened.ok) return opened;
    const { release } = opened.value;
    if (release.state === "waiting" || release.state === "declined") {
      const said = `Nobody has approved release ${release.number}, so there is nothing to withdraw. Decline it instead.`;
      return fail({ kind: "conflict", current: release, reason: said });
    }
    if (release.withdrawn) {
      const said = `Release ${release.number} was withdrawn before. The reason that was given then stays.`;
      return fail({ kind: "conflict", current: release, reason: said });
    }
    await markWithdrawn(tx, actor, { id, reason });
    const { projectId, number } = release;
    await remember(tx, { by: actor.userId, did: "withdrew-release", projectId, refs: { releaseId: id, number } });
    const now = await openRelease(tx, actor, id, "withdraw-release");
    return now.ok ? ok(now.value.release) : now;
  });
}
