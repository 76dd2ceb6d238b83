import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { applied } from "@/domain/event/sheet-back/apply";
import type { DecidedSheetChanges, DecideSheetChanges, SheetChangeRow } from "@/domain/event/sheet-back/back";
import { cellValue } from "@/domain/event/sheet-back/compare";
import { fail, ok, type Result } from "@/domain/failure";
import { OpId, type ProjectId } from "@/domain/ids";
import {
  changesOf,
  countWaiting,
  decideChange,
  openChanges,
  setChangeAside,
  type WantedChanges,
} from "@/server/data/events/sheet-changes";
import { eventTypesOf, sheetRowsOf } from "@/server/data/events/sheet-rows";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import { idFor } from "@/server/new-id";
import { changeEvent } from "@/server/operations/change-events";
import type { Page } from "@/server/page";

type Viewer = { actor: Actor; standing: Standing };

async function opened(
  actor: Actor,
  projectId: ProjectId,
  deed: "see-proposed-events" | "change-event",
): Promise<Result<Viewer>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, deed);
  return refusal ? fail(refusal) : ok({ actor, standing });
}

/** A page of what sheets that came back have otherwise. */
export async function listSheetChanges(
  actor: Actor,
  wanted: WantedChanges,
): Promise<Result<Page<SheetChangeRow> & { waiting: number }>> {
  const viewer = await opened(actor, wanted.projectId, "see-proposed-events");
  if (!viewer.ok) return viewer;
  const page = await changesOf(sql, viewer.value, wanted);
  return ok({ ...page, waiting: await countWaiting(sql, viewer.value, wanted.projectId, wanted.jobId) });
}

/** So many changes of a whole sheet are decided on in one request. */
const atOnce = 200;

/** Takes changes over into their events, or leaves them; each for itself. */
export async function decideOnSheetChanges(
  actor: Actor,
  projectId: ProjectId,
  { decision, changes: asked }: DecideSheetChanges,
): Promise<Result<DecidedSheetChanges>> {
  const viewer = await opened(actor, projectId, "change-event");
  if (!viewer.ok) return viewer;
  const jobId = Array.isArray(asked) ? undefined : asked.jobId;
  const changes = Array.isArray(asked)
    ? await openChanges(sql, viewer.value, projectId, asked)
    : (await changesOf(sql, viewer.value, { projectId, jobId, states: ["waiting"], after: undefined, limit: atOnce }))
        .items;
  const done: DecidedSheetChanges = { taken: 0, left: 0, refused: [], waiting: 0 };
  const { names, slugs } = await eventTypesOf(sql, actor.workspaceId, projectId);
  for (const change of changes) {
    if (decision === "leave") {
      if (await decideChange(sql, actor, change, { state: "left" })) done.left += 1;
      continue;
    }
    const reason = await take(viewer.value, change, { projectId, names, slugs });
    if (reason === undefined) done.taken += 1;
    else done.refused.push({ row: change.row, field: change.field, reason });
  }
  return ok({ ...done, waiting: await countWaiting(sql, viewer.value, projectId, jobId) });
}

type Around = { projectId: ProjectId; names: ReadonlyMap<string, string>; slugs: ReadonlyMap<string, string> };

/** Takes one change over; answers why it can't be. One whose event says something else by now is set aside with both values. */
async function take(
  viewer: Viewer,
  change: SheetChangeRow,
  { projectId, names, slugs }: Around,
): Promise<string | undefined> {
  const { actor } = viewer;
  const known = (await sheetRowsOf(sql, viewer, { projectId, ids: [change.eventId], names })).get(change.eventId);
  if (!known) return "The event is not there any more.";
  const { event, cells, whole } = known;
  const moved = Object.entries(change.was).some(([column, value]) => cellValue(cells[column]) !== value);
  if (moved && change.state === "waiting") {
    const now = Object.keys(change.was).map((column) => [column, cellValue(cells[column])]);
    await setChangeAside(sql, actor, change, Object.fromEntries(now));
    return "The event says something else by now. Both values are kept: look at it by itself.";
  }
  const around = { now: whole, reason: `${change.file}, row ${change.row}`, types: slugs };
  const made = applied(event.content, change, around);
  if ("trouble" in made) return made.trouble;
  const opId = idFor(OpId, [change.jobId, String(change.row), change.field]);
  const changed = await changeEvent(actor, event.id, { ...made.content, version: event.version, opId });
  if (!changed.ok)
    return changed.failure.kind === "conflict"
      ? "Somebody changed the event just now. Try again."
      : "The event can’t be changed like this.";
  await decideChange(sql, actor, change, { state: "taken" });
  return undefined;
}
