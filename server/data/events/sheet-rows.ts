import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Event, EventContent } from "@/domain/event/event";
import type { Cells } from "@/domain/event/sheet-back/compare";
import { sheetRow } from "@/domain/event/sheet-cells";
import { EventId } from "@/domain/ids";
import { currentCodebook } from "@/server/data/codebooks";
import { findEvents, withDerived } from "@/server/data/events/find";
import { gateOf } from "@/server/data/protection/gate";
import { protectionOf } from "@/server/data/protection/load";
import type { Sql } from "@/server/data/transaction";

type Viewer = { actor: Actor; standing: Standing };
/** An event with its row of the sheet: as it would leave now, and with nothing held back. */
export type EventRow = { event: Event; cells: Cells; whole: Cells };

/** Names of the codebook's event types by their slugs, and the slugs by their names in small letters. */
export async function eventTypesOf(db: Sql, workspaceId: Actor["workspaceId"], projectId: Event["projectId"]) {
  const types = (await currentCodebook(db, workspaceId, projectId))?.eventTypes ?? [];
  return {
    names: new Map(types.map(({ slug, name }) => [slug, name])),
    slugs: new Map(
      types.flatMap(({ slug, name }) => [[slug.toLowerCase(), slug] as const, [name.toLowerCase(), slug] as const]),
    ),
  };
}

type Wanted = { projectId: Event["projectId"]; ids: readonly string[]; names: ReadonlyMap<string, string> };

/** Rows of some of a project's events as they would leave now: without what an embargo or protection holds back. */
export async function sheetRowsOf(db: Sql, viewer: Viewer, wanted: Wanted): Promise<Map<string, EventRow>> {
  const { projectId, names } = wanted;
  const ids = wanted.ids.flatMap((id) => EventId.safeParse(id).data ?? []);
  const kept = (await findEvents(db, viewer, ids)).filter((event) => event.projectId === projectId);
  const contents = new Map(kept.map(({ id, content }) => [id, content]));
  const protection = await protectionOf(db, { ...viewer, projectId });
  const gate = gateOf(protection);
  const { events, evidence } = await withDerived(db, viewer, kept, { free: protection.held });
  const reportOf = new Map(evidence.map(({ claimId, reportId }) => [claimId, reportId]));
  return new Map(
    events.map((event) => {
      const { type, claims } = event.content;
      const reports = [...new Set(claims.flatMap(({ id }) => reportOf.get(id) ?? []))];
      const row = { event, type: type && (names.get(type) ?? type), reports };
      // With all its claims, also those that stay behind: whoever changes the event keeps them in it.
      const whole = { ...event, content: contents.get(event.id) ?? event.content };
      return [event.id, { event: whole, cells: sheetRow(gate.event(row)), whole: sheetRow(row) }];
    }),
  );
}

/** What events were at the versions that a sheet was made of. */
export async function contentsAt(
  db: Sql,
  workspaceId: string,
  wanted: readonly { id: string; version: number }[],
): Promise<Map<string, EventContent>> {
  if (wanted.length === 0) return new Map();
  const rows = await db.rows<{ id: string; content: EventContent }>(
    `select v.event_id as id, v.content from jsonb_to_recordset($2::jsonb) as w(id uuid, version int)
       join event_version v on v.workspace_id = $1 and v.event_id = w.id and v.number = w.version`,
    [workspaceId, JSON.stringify(wanted)],
  );
  return new Map(rows.map(({ id, content }) => [id, content]));
}
