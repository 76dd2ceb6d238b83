import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import type { Event } from "@/domain/event/event";
import { fail, ok, type Result } from "@/domain/failure";
import type { EventId } from "@/domain/ids";
import { countedLayer } from "@/domain/review/counting";
import { findEvent, hasOp, type KeptEvent, lockEvents, projectOfEvent, withDerived } from "@/server/data/events/find";
import { holdGate } from "@/server/data/gates";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Sql, type Tx } from "@/server/data/transaction";

/** What a change of an event is about: it and the others it names, locked, as this person sees them. */
export type On = { event: KeptEvent; others: readonly KeptEvent[]; standing: Standing };

/** Where a person stands towards an event; undefined when for them there is no such event. */
export async function standingTo(db: Sql, actor: Actor, id: EventId) {
  const projectId = await projectOfEvent(db, actor.workspaceId, id);
  const standing = projectId && (await standingIn(db, actor, projectId));
  const event = standing && (await findEvent(db, { actor, standing }, id));
  return event && { event, standing };
}

/** An event with what its claims come to. */
export async function answered(db: Sql, actor: Actor, standing: Standing, event: KeptEvent): Promise<Result<Event>> {
  const [whole] = (await withDerived(db, { actor, standing }, [event])).events;
  return whole ? ok(whole) : fail({ kind: "not-found" });
}

/**
 * Finds an event for those who see it, locks it and the others, lets `change` do its work, and answers it as it is then.
 * A change that was made already under its `opId` is answered without being made again.
 */
export async function onEvent(
  actor: Actor,
  {
    id,
    deed,
    opId,
    others = [],
  }: { id: EventId; deed: ProjectDeed; opId?: string | undefined; others?: readonly EventId[] },
  change: (tx: Tx, on: On) => Promise<Result<undefined>>,
): Promise<Result<Event>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const seen = await standingTo(tx, actor, id);
    if (!seen) return fail({ kind: "not-found" });
    const { standing } = seen;
    const refusal = refusalInProject(actor, standing, deed);
    if (refusal) return fail(refusal);
    await lockEvents(tx, [id, ...others]);
    const viewer = { actor, standing };
    const event = await findEvent(tx, viewer, id);
    if (!event) return fail({ kind: "not-found" });
    if (!(await hasOp(tx, id, opId))) {
      const known = await Promise.all(others.map((other) => findEvent(tx, viewer, other)));
      const inProject = known.flatMap((other) => (other?.projectId === event.projectId ? [other] : []));
      const changed = await change(tx, { event, others: inProject, standing });
      if (!changed.ok) return changed;
    }
    const now = await findEvent(tx, viewer, id);
    return now ? answered(tx, actor, standing, now) : fail({ kind: "not-found" });
  });
}

/** The answer to somebody who has not seen the latest version: the event as it is now. */
export async function outdated(tx: Tx, actor: Actor, { event, standing }: On): Promise<Result<never>> {
  const current = await answered(tx, actor, standing, event);
  return fail({ kind: "conflict", current: current.ok ? current.value : null });
}

/** Whose eyes a line of the history is for: those who see the layer that counts. */
export const layerOf = ({ mode }: Standing) => countedLayer(mode);
