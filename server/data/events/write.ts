import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { EventState } from "@/domain/event/change";
import type { DecideEvent, EventContent } from "@/domain/event/event";
import type { Cells } from "@/domain/event/sheet-back/compare";
import type { EventId, ProjectId, ReportId, TagId } from "@/domain/ids";
import type { EventCause } from "@/server/data/events/find";
import type { Tx } from "@/server/data/transaction";

type New = { id: EventId; projectId: ProjectId; title: string; splitFrom?: EventId | undefined };

/** False when there is one with this id already. */
export async function addEvent(tx: Tx, actor: Actor, { id, projectId, title, splitFrom }: New): Promise<boolean> {
  const made = await tx.rows(
    `insert into event (workspace_id, id, project_id, title, version, split_from, created_by, updated_by)
     values ($1, $2, $3, $4, 0, $5, $6, $6) on conflict (workspace_id, id) do nothing returning id`,
    [tx.workspaceId, id, projectId, title, splitFrom ?? null, actor.userId],
  );
  return made.length === 1;
}

type Next = {
  content: EventContent;
  state: EventState;
  cause: EventCause;
  opId?: string | undefined;
  mergedInto?: EventId | undefined;
};

/** Gives a locked event its next version: head, version, and the claims that are now in it. A withdrawn one has none. */
export async function writeVersion(tx: Tx, actor: Actor, id: EventId, next: Next): Promise<void> {
  const { content, state, cause, opId, mergedInto } = next;
  await tx.rows(
    `with head as (
       update event set version = version + 1, state = $3, title = $4, merged_into = $5, updated_by = $6, updated_at = now()
        where workspace_id = $1 and id = $2 returning version
     )
     insert into event_version (workspace_id, event_id, number, content, state, cause, op_id, created_by)
     select $1, $2, version, $7, $3, $8, $9, $6 from head`,
    [
      tx.workspaceId,
      id,
      state,
      content.title,
      mergedInto ?? null,
      actor.userId,
      JSON.stringify(content),
      JSON.stringify(cause),
      opId ?? null,
    ],
  );
  await tx.rows("delete from event_claim where workspace_id = $1 and event_id = $2", [tx.workspaceId, id]);
}

/** Puts the claims of an event's current version beside it; after every event that gives some away has been written. */
export async function placeClaims(tx: Tx, id: EventId, { claims }: Pick<EventContent, "claims">): Promise<void> {
  await tx.rows(
    `insert into event_claim (workspace_id, event_id, claim_id, part)
     select $1, $2, c.id, c.part from jsonb_to_recordset($3::jsonb) as c(id uuid, part text)
      where exists (select 1 from tag t where t.workspace_id = $1 and t.id = c.id)`,
    [tx.workspaceId, id, JSON.stringify(claims)],
  );
  await tx.rows("select refresh_event_days($1, array[$2]::uuid[])", [tx.workspaceId, id]);
}

/** Claims that already support another event, with that event. */
export async function supportedElsewhere(
  tx: Tx,
  id: EventId,
  claims: readonly TagId[],
): Promise<{ claimId: TagId; eventId: EventId }[]> {
  return tx.rows<{ claimId: TagId; eventId: EventId }>(
    `select claim_id as "claimId", event_id as "eventId" from event_claim
      where workspace_id = $1 and event_id <> $2 and part = 'supports' and claim_id = any($3::uuid[])`,
    [tx.workspaceId, id, claims],
  );
}

/** Decides on the version of a locked event. */
export async function writeVerdict(
  tx: Tx,
  actor: Actor,
  eventId: EventId,
  { id, decide, state, row }: { id: string; decide: DecideEvent; state: EventState; row?: Cells | undefined },
): Promise<void> {
  const { version, decision, reason, opId } = decide;
  await tx.rows(
    `insert into event_verdict (workspace_id, id, event_id, version, decision, reason, op_id, created_by, created_at, row)
     values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9)`,
    [
      tx.workspaceId,
      id,
      eventId,
      version,
      decision,
      reason,
      opId ?? null,
      actor.userId,
      row ? JSON.stringify(row) : null,
    ],
  );
  await tx.rows(
    "update event set state = $3, updated_by = $4, updated_at = clock_timestamp(), outline_of = null where workspace_id = $1 and id = $2",
    [tx.workspaceId, eventId, state, actor.userId],
  );
}

/** Opens the events again that claims of a report are in. Ask before its rows go. */
export async function reopenEventsOf(
  tx: Tx,
  actor: Actor,
  { projectId, reportId, why }: { projectId: ProjectId; reportId: ReportId; why: "notice" | "deleted" },
): Promise<void> {
  await tx.rows(
    `select reopen_events($1, array(select id from tag where workspace_id = $1 and report_id = $3 and project_id = $2 and kind = 'claim'), $4, $5)`,
    [tx.workspaceId, projectId, reportId, actor.userId, why],
  );
}
