import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { EventState } from "@/domain/event/change";
import { outlineOf } from "@/domain/event/outline";
import type { EventOutline, Named, TimelineEvent } from "@/domain/event/timeline";
import type { EntityId, EventId, ProjectId } from "@/domain/ids";
import { currentEvents, eventJson, type KeptEvent, withDerived } from "@/server/data/events/find";
import { notPutAway, seenEvents } from "@/server/data/events/seen";
import type { Sql } from "@/server/data/transaction";

type Viewer = { actor: Pick<Actor, "workspaceId" | "userId">; standing: Standing };
type Row = Omit<TimelineEvent, "type" | "outline"> & { type: string | null; outline: EventOutline | null };

/** An outline holds while the event is at its version; a returned or rejected event may change without one. */
const isKept = "e.outline_of = e.version and e.state in ('open', 'accepted')";

/** Events that should have an outline and have none yet: the index `event_without_outline` knows them. */
export const isWithoutOutline = "e.outline_of is distinct from e.version and e.state in ('open', 'accepted')";

/** So many of them are made while somebody waits; the others are made meanwhile (`keep-outlines.ts`). */
const mostWaitedFor = 200;

/**
 * The events of a project that this person sees, each with its outline. What follows from the claims is kept beside an
 * event as soon as it can be: reading every claim of 10,000 events takes seconds, reading their outlines does not. `pending`
 * is how many have none yet, and are left out until they have.
 */
export async function outlinedEvents(
  db: Sql,
  viewer: Viewer,
  {
    projectId,
    states,
    waitedFor = mostWaitedFor,
  }: { projectId: ProjectId; states: readonly EventState[]; waitedFor?: number },
): Promise<{ events: TimelineEvent[]; pending: number }> {
  const { workspaceId } = viewer.actor;
  const rows = await db.rows<Row>(
    `select e.id, e.title, e.state, v.content->>'type' as type, case when ${isKept} then e.outline end as outline
       from ${currentEvents} where e.workspace_id = $1 and e.project_id = $2 and e.state = any($3) and ${seenEvents(viewer)} and ${notPutAway}`,
    [workspaceId, projectId, states],
  );
  const missing = rows.flatMap(({ id, outline }) => (outline === null ? id : []));
  const now = missing.slice(0, waitedFor);
  const { made } = now.length > 0 ? await makeOutlines(db, viewer, now) : { made: new Map<EventId, EventOutline>() };
  const names = await namesIn(db, workspaceId, projectId);
  const events = rows.flatMap(({ type, outline, ...event }) => {
    const own = outline ?? made.get(event.id);
    return own ? [{ ...event, ...(type !== null && { type }), outline: renamed(own, names) }] : [];
  });
  return { events, pending: missing.length - now.length };
}

/** Makes outlines from the claims of events, and keeps those that are the same for everybody; answers which these are. */
export async function makeOutlines(
  db: Sql,
  viewer: Viewer,
  ids: readonly EventId[],
): Promise<{ made: Map<EventId, EventOutline>; kept: Set<EventId> }> {
  const { workspaceId } = viewer.actor;
  const found = await db.rows<{ event: KeptEvent; seen: string }>(
    `select ${eventJson} as event, e.updated_at::text as seen from ${currentEvents} where e.workspace_id = $1 and e.id = any($2::uuid[])`,
    [workspaceId, ids],
  );
  const seen = new Map(found.map(({ event, seen: at }) => [event.id, at]));
  const { events, evidence } = await withDerived(
    db,
    viewer,
    found.map(({ event }) => event),
  );
  const made = events.map((event) => ({ id: event.id, version: event.version, outline: outlineOf(event, evidence) }));
  // What somebody sees only a part of is made for them, and kept for nobody.
  const whole = new Set(
    found.flatMap(({ event }, at) =>
      event.content.claims.length === events[at]?.content.claims.length ? event.id : [],
    ),
  );
  const keeping = made.filter(({ id }) => whole.has(id)).map((each) => ({ ...each, seen: seen.get(each.id) }));
  const kept = await db.rows<{ id: EventId }>(
    `update event e set outline = k.outline, outline_of = k.version
       from jsonb_to_recordset($2::jsonb) as k(id uuid, version int, outline jsonb, seen timestamptz)
      where e.workspace_id = $1 and e.id = k.id and e.version = k.version and e.updated_at = k.seen
        and e.state in ('open', 'accepted') returning e.id`,
    [workspaceId, JSON.stringify(keeping)],
  );
  return {
    made: new Map(made.map(({ id, outline }) => [id, outline])),
    kept: new Set(kept.map(({ id }) => id)),
  };
}

/** What the entities of a project are called now, those that were merged by the one that stands for them. */
async function namesIn(db: Sql, workspaceId: string, projectId: ProjectId): Promise<Map<string, Named>> {
  const rows = await db.rows<{ id: EntityId; now: EntityId; name: string }>(
    `select k.id, o.id as now, o.name from entity k
       join entity o on o.workspace_id = k.workspace_id and o.id = coalesce(k.merged_into, k.id)
      where k.workspace_id = $1 and k.project_id = $2`,
    [workspaceId, projectId],
  );
  return new Map(rows.map(({ id, now, name }) => [id, { id: now, name }]));
}

function renamed(outline: EventOutline, names: ReadonlyMap<string, Named>): EventOutline {
  const now = (each: Named) => (each.id === undefined ? each : (names.get(each.id) ?? each));
  return {
    ...outline,
    actors: outline.actors.map(now),
    sources: outline.sources.map(now),
    claims: outline.claims.map((claim) => ({ ...claim, says: now(claim.says) })),
  };
}
