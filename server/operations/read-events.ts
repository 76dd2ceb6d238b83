import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { Event, EventPage, ProposedEvents } from "@/domain/event/event";
import { likelyMembers } from "@/domain/event/likely";
import { proposeEvents } from "@/domain/event/proposals";
import { fail, ok, type Result } from "@/domain/failure";
import type { EventId, ProjectId } from "@/domain/ids";
import { evidenceOf, linksAmong } from "@/server/data/events/evidence";
import { eventsOf, type WantedEvents, withDerived } from "@/server/data/events/find";
import { historyOf } from "@/server/data/events/history";
import { candidatesFor, claimsWithoutEvent } from "@/server/data/events/likely";
import { eventSettingsOf } from "@/server/data/events/settings";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import { lastJoining } from "@/server/operations/merge-events";
import { standingTo } from "@/server/operations/on-event";
import type { Page } from "@/server/page";

/** A page of a project's events. */
export async function listEvents(actor: Actor, wanted: WantedEvents): Promise<Result<Page<Event>>> {
  const standing = await standingIn(sql, actor, wanted.projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-events");
  return refusal ? fail(refusal) : ok(await eventsOf(sql, { actor, standing }, wanted));
}

/** How many claims without an event are read for proposals, and how many likely members a page shows. */
const proposed = 100;
const likely = 12;

/** Claims that make an event and are in none, gathered into events to be made. */
export async function proposedEvents(actor: Actor, projectId: ProjectId): Promise<Result<ProposedEvents>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-proposed-events");
  if (refusal) return fail(refusal);
  const viewer = { actor, standing };
  const ids = await claimsWithoutEvent(sql, viewer, { projectId, limit: proposed });
  const claims = await evidenceOf(sql, viewer, ids);
  const settings = await eventSettingsOf(sql, actor.workspaceId, projectId);
  const items = proposeEvents(claims, await linksAmong(sql, actor, ids), settings);
  return ok({ items: items.map(({ lead, again }) => ({ lead, again: [...again] })) });
}

/** An event with its claims, those that may belong to it and why, and its history. */
export async function readEvent(actor: Actor, id: EventId): Promise<Result<EventPage>> {
  const seen = await standingTo(sql, actor, id);
  if (!seen) return fail({ kind: "not-found" });
  const { standing } = seen;
  const refusal = refusalInProject(actor, standing, "see-events");
  if (refusal) return fail(refusal);
  const viewer = { actor, standing };
  const { events, evidence } = await withDerived(sql, viewer, [seen.event]);
  const [event] = events;
  if (!event) return fail({ kind: "not-found" });
  const joining = await lastJoining(sql, actor.workspaceId, seen.event);
  const changes = refusalInProject(actor, standing, "change-event") === undefined && event.state !== "withdrawn";
  const { projectId } = event;
  const { ids, linked } = changes
    ? await candidatesFor(sql, viewer, { projectId, eventId: id, members: evidence })
    : { ids: [], linked: new Set<string>() };
  const candidates = await evidenceOf(sql, viewer, ids);
  return ok({
    event,
    members: evidence,
    likely: likelyMembers(evidence, candidates, { linked, most: likely }),
    ...(joining && changes && { undo: joining.did }),
    history: await historyOf(sql, actor.workspaceId, id),
  });
}
