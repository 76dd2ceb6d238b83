import "server-only";
import type { Actor } from "@/domain/access/actor";
import { takeOver } from "@/domain/entity/take-over";
import type { EntityId, ProjectId, ReportId } from "@/domain/ids";
import {
  addAliases,
  holdOpening,
  isAnybodyBlind,
  type Named,
  namedOn,
  type Opening,
  openEntityRows,
  openGradeRows,
  takeChanges,
  withThoseAbove,
} from "@/server/data/entities/opening";
import { proposeMerges } from "@/server/data/entities/proposals";
import { changeEntity } from "@/server/data/entities/write";
import { remember } from "@/server/data/entries";
import { openLayersOf } from "@/server/data/report-state";
import type { Tx } from "@/server/data/transaction";

/**
 * Ends the blind work on a report, under its lock: everybody on it sees all its layers, and all of the project see what
 * those layers name, with what their analysts said of it. When no blind work is left in the project, everything that
 * was said of entities opens. Answers since when the layers are open.
 */
export async function openReportLayers(
  tx: Tx,
  actor: Actor,
  { projectId, reportId }: { projectId: ProjectId; reportId: ReportId },
): Promise<string> {
  await holdOpening(tx, projectId);
  const at = await openLayersOf(tx, reportId);
  const over = !(await isAnybodyBlind(tx, tx.workspaceId, projectId));
  await open(tx, actor, projectId, over ? "everything" : await withThoseAbove(tx, await namedOn(tx, reportId)));
  return at;
}

/** Lets everybody see entities that a tag names which everybody sees. */
export async function openNamed(tx: Tx, actor: Actor, projectId: ProjectId, named: readonly Named[]): Promise<void> {
  if (named.length > 0) await open(tx, actor, projectId, await withThoseAbove(tx, named));
}

async function open(tx: Tx, actor: Actor, projectId: ProjectId, which: Opening): Promise<void> {
  if (which !== "everything" && which.length === 0) return;
  const entities = await openEntityRows(tx, projectId, which);
  const grades = await openGradeRows(tx, projectId, which);
  const changed = await takeChangesOver(tx, projectId, which);
  if (entities.length + grades.length > 0) {
    const refs = { entities: entities.length, grades: grades.length };
    await remember(tx, { by: actor.userId, did: "opened-entities", projectId, refs });
  }
  await proposeMerges(tx, projectId, [...entities, ...changed]);
}

/** What was changed blind is changed now, for everybody, and the history says by whom and what of it was not taken. */
async function takeChangesOver(tx: Tx, projectId: ProjectId, which: Opening): Promise<EntityId[]> {
  const changed: EntityId[] = [];
  for await (const { id, by, base, said, now, version, mergedInto } of takeChanges(tx, projectId, which)) {
    const { put, leftOut } = takeOver(base, said, now);
    await changeEntity(tx, id, version, put);
    if (mergedInto) await addAliases(tx, mergedInto, [put.name, ...put.aliases]);
    const refs = { entityId: id, ...(leftOut.length > 0 && { leftOut: leftOut.join(" ") }) };
    await remember(tx, { by, did: "changed-entity", projectId, version: version + 1, refs });
    changed.push(id);
  }
  return changed;
}
