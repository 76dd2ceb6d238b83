import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import { refusalForPermittedUse, refusalInProject, worksBlind, writingLayer } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import { PermittedUseId, type ProjectId } from "@/domain/ids";
import {
  isTighter,
  type ProtectedThing,
  type SentThing,
  type SetPermittedUse,
  type Thing,
  type UndoPermittedUse,
} from "@/domain/protection/permitted-use";
import { alike } from "@/domain/seen";
import { checkAnchor } from "@/domain/tag/check-anchor";
import { findEntity, placeOfEntity } from "@/server/data/entities/find";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { lockProject } from "@/server/data/projects";
import { protectedThings, rowOf } from "@/server/data/protection/find";
import { keysOf } from "@/server/data/protection/load";
import { type Saying, say, type Target, wasSaid } from "@/server/data/protection/write";
import { standingIn, standingOn } from "@/server/data/standings";
import { askedBy } from "@/server/data/tags/asked";
import { placeOf } from "@/server/data/tags/passages";
import { readSituation } from "@/server/data/tags/situation";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { idFor } from "@/server/new-id";

/** Says what may leave of an entity, a place, a report or a passage. */
export const setPermittedUse = (
  actor: Actor,
  projectId: ProjectId,
  { thing: sent, version, ...said }: SetPermittedUse,
): Promise<Result<ProtectedThing>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "protect");
    if (refusal) return fail(refusal);
    const found = await targetOf(tx, { actor, standing }, projectId, sent);
    if (!found.ok) return found;
    return change(tx, { actor, standing }, found.value, {
      ...said,
      consent: said.consent,
      opId: said.opId,
      seen: version,
    });
  });

/** Takes a change back: what the version before said is said again, as a new version. */
export const undoPermittedUse = (
  actor: Actor,
  id: PermittedUseId,
  { version, opId }: UndoPermittedUse,
): Promise<Result<ProtectedThing>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const row = await rowOf(tx, actor, id);
    const standing = row && (await standingIn(tx, actor, row.project));
    const thing = standing && (await oneThing(tx, { actor, standing }, row.project, id));
    if (!standing || !thing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "protect");
    if (refusal) return fail(refusal);
    if (await wasSaid(tx, id, opId)) return ok(thing);
    if (thing.version !== version) return fail({ kind: "conflict", current: thing });
    const before = thing.history.find(({ number }) => number === version - 1);
    const { use = "named", circumstances = [], consent, reason = "" } = before ?? {};
    const layer = row.layer === null ? undefined : writingLayer(actor.userId, standing);
    const target = { id, projectId: row.project, thing: thing.thing, layer, everybodys: layer === undefined };
    return change(tx, { actor, standing }, target, { use, circumstances, consent, reason, opId, seen: version });
  });

type Viewer = { actor: Actor; standing: Standing };
type On = Target & { everybodys: boolean };
type Wish = Omit<Saying, "tightens"> & { seen: number | undefined };

async function oneThing(tx: Tx, viewer: Viewer, projectId: ProjectId, id: PermittedUseId) {
  const { items } = await protectedThings(tx, viewer, { projectId, id, limit: 1 });
  return items[0];
}

async function change(tx: Tx, viewer: Viewer, target: On, { seen, ...wish }: Wish): Promise<Result<ProtectedThing>> {
  const { actor, standing } = viewer;
  const { id, projectId, thing, layer, everybodys } = target;
  await lockProject(tx, projectId);
  const now = await oneThing(tx, viewer, projectId, id);
  const before = now?.use ?? "named";
  const loosens = isTighter(before, wish.use);
  const refusal = refusalForPermittedUse(actor, standing, { loosens, everybodys });
  if (refusal) return fail(refusal);
  if (now && (await wasSaid(tx, id, wish.opId))) return ok(now);
  const { use, circumstances, consent, reason } = wish;
  if (now && alike({ use, circumstances, consent, reason }, { ...saidOf(now) })) return ok(now);
  if (seen !== now?.version) return fail({ kind: "conflict", current: now ?? null });
  await say(tx, actor, target, { ...wish, version: (now?.version ?? 0) + 1, tightens: isTighter(use, before) });
  const reportId = "reportId" in thing ? thing.reportId : undefined;
  const refs = { permittedUseId: id, ...(thing.on === "entity" && { entityId: thing.entityId }) };
  await remember(tx, { by: actor.userId, did: "set-permitted-use", projectId, reportId, layer, refs });
  const then = await oneThing(tx, viewer, projectId, id);
  return then ? ok(then) : fail({ kind: "not-found" });
}

const saidOf = ({ use, circumstances, consent, reason }: ProtectedThing) => ({ use, circumstances, consent, reason });

/** What is meant, if it is there for this person, with the one id that it has. */
async function targetOf(tx: Tx, viewer: Viewer, projectId: ProjectId, sent: SentThing): Promise<Result<On>> {
  const { actor, standing } = viewer;
  const target = (thing: Thing, key: string, layer: Layer | undefined, everybodys: boolean): Result<On> => {
    const id = idFor(PermittedUseId, [projectId, thing.on, key, ...(layer ? [layer] : [])]);
    return ok({ id, projectId, thing, layer, everybodys });
  };
  switch (sent.on) {
    case "entity": {
      const { entityId } = sent;
      const entity = await findEntity(tx, viewer, entityId);
      if (entity?.projectId !== projectId) return invalid("thing.entityId", "The project has no such entity.");
      const { layer } = (await placeOfEntity(tx, tx.workspaceId, entityId)) ?? { layer: null };
      return target({ on: "entity", entityId }, entityId, layer ?? undefined, layer === null);
    }
    case "place":
      return target({ on: "place", place: sent.place }, keysOf(sent.place)[0] ?? sent.place.name, undefined, true);
    case "report": {
      const on = await standingOn(tx, actor, sent.reportId);
      if (on?.projectId !== projectId) return invalid("thing.reportId", "The project has no such report.");
      return target({ on: "report", reportId: on.reportId }, on.reportId, undefined, true);
    }
    case "passage": {
      const { reportId, revisionId, segments } = sent;
      const on = await standingOn(tx, actor, reportId);
      if (on?.projectId !== projectId) return invalid("thing.reportId", "The project has no such report.");
      const places = [placeOf({ revisionId, segments })];
      const situation = await readSituation(tx, actor, reportId, { ...askedBy([]), places });
      const checked = situation && checkAnchor(situation, { revisionId, segments }, "thing");
      if (!checked) return fail({ kind: "not-found" });
      if (!checked.ok) return fail({ kind: "invalid", problems: checked.problems });
      const layer = worksBlind(standing) && !on.layersOpen ? writingLayer(actor.userId, standing) : undefined;
      const ranges = checked.value.segments.map(({ start, end }) => `${start}-${end}`).join(",");
      return target({ on: "passage", reportId, anchor: checked.value }, `${revisionId} ${ranges}`, layer, false);
    }
  }
}
