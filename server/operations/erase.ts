import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, refusalInWorkspace } from "@/domain/access/policy";
import type { ErasedCounts, Erasing, Tombstone } from "@/domain/erasing/tombstone";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId, ReportId } from "@/domain/ids";
import { remember } from "@/server/data/entries";
import {
  countErased,
  type Erased,
  eraseProject,
  eraseReports,
  keepTombstone,
  tombstone,
  tombstonesOf,
} from "@/server/data/erasing";
import { reopenEventsOf } from "@/server/data/events/write";
import { findProject } from "@/server/data/projects";
import { lockReport, refreshReportState } from "@/server/data/report-state";
import { findReport } from "@/server/data/reports";
import { standingIn, standingOn } from "@/server/data/standings";
import { inTransaction, sql, type Tx } from "@/server/data/transaction";

/** A conflict that names how many accepted tags would go, unless this person named that number. */
const unlessKnown = (counts: ErasedCounts, { accepted }: Erasing) =>
  counts.accepted === accepted
    ? undefined
    : fail({
        kind: "conflict",
        current: counts,
        reason: `${counts.accepted} accepted tags would be deleted too. Nothing was deleted. Send accepted=${counts.accepted} to delete them.`,
      });

const countsIn = ({ reports, annotations, links, accepted, comments }: ErasedCounts) => ({
  reports,
  annotations,
  links,
  accepted,
  comments,
});

async function erase(tx: Tx, erased: Erased): Promise<void> {
  for (const id of await eraseReports(tx, erased)) await refreshReportState(tx, id);
}

/** Deletes a report with everything on it. Its tombstone and the lines of the history stay. */
export function deleteReport(actor: Actor, id: ReportId, wish: Erasing): Promise<Result<Tombstone>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const on = await standingOn(tx, actor, id);
    if (!on) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, on.standing, "delete-report");
    if (refusal) return fail(refusal);
    await lockReport(tx, id);
    const report = await findReport(tx, actor, on.standing, id);
    if (!report) return fail({ kind: "not-found" });
    const { projectId } = on;
    const counts = await countErased(tx, { projectId, reportId: id });
    const unknown = unlessKnown(counts, wish);
    if (unknown) return unknown;
    await reopenEventsOf(tx, actor, { projectId, reportId: id, why: "deleted" });
    await erase(tx, { projectId, reportId: id });
    return buried(tx, actor, {
      id,
      reportId: id,
      kind: "report",
      projectId,
      title: report.title,
      reason: wish.reason,
      counts,
    });
  });
}

/** Deletes a project with its reports, entities and codebook. Only an admin may. */
export function deleteProject(actor: Actor, id: ProjectId, wish: Erasing): Promise<Result<Tombstone>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const project = await findProject(tx, actor, id);
    if (!project) return fail({ kind: "not-found" });
    const refusal = refusalInWorkspace(actor, "delete-project");
    if (refusal) return fail(refusal);
    const counts = await countErased(tx, { projectId: id });
    const unknown = unlessKnown(counts, wish);
    if (unknown) return unknown;
    await erase(tx, { projectId: id });
    await eraseProject(tx, id);
    const { name: title } = project;
    return buried(tx, actor, { id, kind: "project", projectId: id, title, reason: wish.reason, counts });
  });
}

async function buried(
  tx: Tx,
  actor: Actor,
  stone: Parameters<typeof keepTombstone>[2] & { reportId?: ReportId },
): Promise<Result<Tombstone>> {
  await keepTombstone(tx, actor, stone);
  await remember(tx, {
    by: actor.userId,
    did: stone.kind === "report" ? "deleted-report" : "deleted-project",
    projectId: stone.projectId,
    ...(stone.reportId && { reportId: stone.reportId }),
    refs: countsIn(stone.counts),
  });
  const kept = await tombstone(tx, actor, stone.id);
  return kept ? ok(kept) : fail({ kind: "not-found" });
}

/** The reports that were deleted from a project. */
export async function listDeleted(actor: Actor, projectId: ProjectId): Promise<Result<{ items: Tombstone[] }>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-deleted");
  if (refusal) return fail(refusal);
  return ok({ items: await tombstonesOf(sql, actor, { projectId }) });
}

/** The projects that were deleted, for admins. */
export async function listDeletedProjects(actor: Actor): Promise<Result<{ items: Tombstone[] }>> {
  const refusal = refusalInWorkspace(actor, "see-audit");
  if (refusal) return fail(refusal);
  return ok({ items: await tombstonesOf(sql, actor, "projects") });
}

/** What stays of one deleted report, for those who still see its project. */
export async function readTombstone(actor: Actor, id: string): Promise<Result<Tombstone>> {
  const stone = await tombstone(sql, actor, id);
  const standing = stone && (await standingIn(sql, actor, stone.projectId));
  return stone && standing ? ok(stone) : fail({ kind: "not-found" });
}
