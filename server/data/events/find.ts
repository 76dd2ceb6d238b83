import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { deriveEvent } from "@/domain/event/derive";
import type { Event, EventContent } from "@/domain/event/event";
import type { ClaimLink, Evidence } from "@/domain/event/evidence";
import type { EventId, ProjectId, TagId, UserId } from "@/domain/ids";
import { evidenceOf, linksAmong, type Reading } from "@/server/data/events/evidence";
import { seenEvents } from "@/server/data/events/seen";
import { eventSettingsOf } from "@/server/data/events/settings";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

type Viewer = { actor: Pick<Actor, "workspaceId" | "userId">; standing: Standing };
/** An event without what its claims come to. */
export type KeptEvent = Omit<Event, "derived">;

const verdict = `(select json_build_object('decision', d.decision, 'reason', d.reason, 'by', d.created_by, 'at', ${instant("d.created_at")})
  from event_verdict d where d.workspace_id = e.workspace_id and d.event_id = e.id order by d.created_at desc, d.id desc limit 1)`;

export const eventJson = `json_strip_nulls(json_build_object('id', e.id, 'projectId', e.project_id, 'state', e.state,
  'version', e.version, 'content', v.content, 'mergedInto', e.merged_into, 'splitFrom', e.split_from,
  'createdBy', e.created_by, 'createdAt', ${instant("e.created_at")}, 'updatedBy', e.updated_by,
  'updatedAt', ${instant("e.updated_at")}, 'verdict', ${verdict}))`;

export const currentEvents = `event e join event_version v
  on v.workspace_id = e.workspace_id and v.event_id = e.id and v.number = e.version`;

/** Where an event belongs, whoever may see it. */
export async function projectOfEvent(db: Sql, workspaceId: string, id: EventId): Promise<ProjectId | undefined> {
  const [row] = await db.rows<{ id: ProjectId }>(
    "select project_id as id from event where workspace_id = $1 and id = $2",
    [workspaceId, id],
  );
  return row?.id;
}

/** An event if this person sees it. */
export async function findEvent(db: Sql, viewer: Viewer, id: EventId): Promise<KeptEvent | undefined> {
  const [row] = await db.rows<{ event: KeptEvent }>(
    `select ${eventJson} as event from ${currentEvents} where e.workspace_id = $1 and e.id = $2 and ${seenEvents(viewer)}`,
    [viewer.actor.workspaceId, id],
  );
  return row?.event;
}

/** Those of some events that this person sees. */
export async function findEvents(db: Sql, viewer: Viewer, ids: readonly EventId[]): Promise<KeptEvent[]> {
  if (ids.length === 0) return [];
  const rows = await db.rows<{ event: KeptEvent }>(
    `select ${eventJson} as event from ${currentEvents} where e.workspace_id = $1 and e.id = any($2::uuid[]) and ${seenEvents(viewer)}`,
    [viewer.actor.workspaceId, ids],
  );
  return rows.map(({ event }) => event);
}

/** Locks events in one order, so that two merges never wait for each other. */
export async function lockEvents(tx: Tx, ids: readonly EventId[]): Promise<void> {
  await tx.rows("select 1 from event where workspace_id = $1 and id = any($2::uuid[]) order by id for update", [
    tx.workspaceId,
    ids,
  ]);
}

/** What an event was at one of its versions. */
export async function contentAt(db: Sql, workspaceId: string, id: EventId, version: number) {
  const [row] = await db.rows<{ content: EventContent; cause: EventCause }>(
    "select content, cause from event_version where workspace_id = $1 and event_id = $2 and number = $3",
    [workspaceId, id, version],
  );
  return row;
}

/** Who last said something of an event; a version that a change of its claims made says nothing. */
export async function authorOf(db: Sql, workspaceId: string, id: EventId): Promise<UserId | undefined> {
  const [row] = await db.rows<{ by: UserId }>(
    `select created_by as by from event_version where workspace_id = $1 and event_id = $2
        and cause->>'did' not in ('claims', 'notice', 'deleted', 'conventions') order by number desc limit 1`,
    [workspaceId, id],
  );
  return row?.by;
}

/** What made a version of an event. `other`: the event that was merged into it or split from it, and at which version. */
export type EventCause = {
  did:
    | "made"
    | "changed"
    | "merged"
    | "merged-away"
    | "split"
    | "split-off"
    | "undid"
    | "claims"
    | "notice"
    | "deleted"
    | "conventions";
  fields?: readonly string[];
  other?: EventId;
  otherVersion?: number;
};

/** Whether a change with this id was made already. */
export async function hasOp(tx: Tx, id: EventId, opId: string | undefined): Promise<boolean> {
  if (opId === undefined) return false;
  const rows = await tx.rows(
    `select 1 from event_version where workspace_id = $1 and event_id = $2 and op_id = $3
     union all select 1 from event_verdict where workspace_id = $1 and event_id = $2 and op_id = $3`,
    [tx.workspaceId, id, opId],
  );
  return rows.length > 0;
}

const claimsOf = (events: readonly KeptEvent[]): TagId[] => [
  ...new Set(events.flatMap(({ content }) => content.claims.map(({ id }) => id))),
];

/** Events of one project with what their claims come to, as this person sees these; the claims are read once for all of them. */
export async function withDerived(
  db: Sql,
  viewer: Viewer,
  kept: readonly KeptEvent[],
  reading: Reading = {},
): Promise<{ events: Event[]; evidence: Evidence[]; links: ClaimLink[] }> {
  const ids = claimsOf(kept);
  const evidence = await evidenceOf(db, viewer, ids, reading);
  const links = await linksAmong(
    db,
    viewer.actor,
    evidence.map(({ claimId }) => claimId),
  );
  const settings = await eventSettingsOf(db, viewer.actor.workspaceId, kept[0]?.projectId);
  const byId = new Map(evidence.map((each) => [each.claimId, each]));
  const events = kept.map((event) => {
    const own = event.content.claims.flatMap(({ id }) => byId.get(id) ?? []);
    const among = new Set(own.map(({ claimId }) => claimId));
    const between = links.filter(({ from, to }) => among.has(from) && among.has(to));
    // Claims that this person does not see are not named to them either.
    const content = { ...event.content, claims: event.content.claims.filter(({ id }) => among.has(id)) };
    return { ...event, content, derived: deriveEvent(content, own, between, settings) };
  });
  return { events, evidence, links };
}

/** What a list of events is narrowed to. */
export type WantedEvents = {
  projectId: ProjectId;
  q: string;
  states: readonly Event["state"][];
  from: string | undefined;
  to: string | undefined;
  type: string | undefined;
  after: readonly [string, string] | undefined;
  limit: number;
};

/** Events without what follows from their claims, the latest day first, those without a day last; one more than asked for. */
export async function keptEvents(
  db: Sql,
  viewer: Viewer,
  wanted: WantedEvents,
): Promise<{ event: KeptEvent; day: string }[]> {
  const { actor } = viewer;
  const values: unknown[] = [actor.workspaceId, wanted.projectId, wanted.states];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const pattern = `%${wanted.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const conditions = [
    "e.workspace_id = $1 and e.project_id = $2 and e.state = any($3)",
    seenEvents(viewer),
    wanted.q && `e.title ilike ${bound(pattern)}`,
    wanted.type && `v.content->>'type' = ${bound(wanted.type)}`,
    wanted.from && `e.last_day >= ${bound(wanted.from)}`,
    wanted.to && `e.day <> '' and e.day <= ${bound(wanted.to)}`,
    wanted.after && `(e.day, e.id) < (${bound(wanted.after[0])}, ${bound(wanted.after[1])}::uuid)`,
  ].filter(Boolean);
  return db.rows<{ event: KeptEvent; day: string }>(
    `select ${eventJson} as event, e.day from ${currentEvents} where ${conditions.join(" and ")}
      order by e.day desc, e.id desc limit ${bound(wanted.limit + 1)}`,
    values,
  );
}

/** A page of a project's events with what follows from their claims. */
export async function eventsOf(db: Sql, viewer: Viewer, wanted: WantedEvents): Promise<Page<Event>> {
  const rows = await keptEvents(db, viewer, wanted);
  const page = toPage(rows, wanted.limit, ({ event, day }) => [day, event.id]);
  const { events } = await withDerived(
    db,
    viewer,
    page.items.map(({ event }) => event),
  );
  return { ...page, items: events };
}

/** Some events with what follows from their claims, in the order asked for; those that this person does not see are left out. */
export async function eventsById(
  db: Sql,
  viewer: Viewer,
  ids: readonly EventId[],
): Promise<{ event: Event; members: Evidence[] }[]> {
  if (ids.length === 0) return [];
  const rows = await db.rows<{ event: KeptEvent }>(
    `select ${eventJson} as event from ${currentEvents}
      where e.workspace_id = $1 and e.id = any($2::uuid[]) and ${seenEvents(viewer)} order by array_position($2::uuid[], e.id)`,
    [viewer.actor.workspaceId, ids],
  );
  const { events, evidence } = await withDerived(
    db,
    viewer,
    rows.map(({ event }) => event),
  );
  return events.map((event) => {
    const own = new Set(event.content.claims.map(({ id }) => id));
    return { event, members: evidence.filter(({ claimId }) => own.has(claimId)) };
  });
}
