import "server-only";
import type { EventId, TagId } from "@/domain/ids";
import type { Sql } from "@/server/data/transaction";

/** Most events that are looked through for one claim. */
const most = 50;

/** The events that a claim is part of, whoever may see them, the latest day first; merged and withdrawn ones are none. */
export async function eventsWith(db: Sql, workspaceId: string, claim: TagId): Promise<EventId[]> {
  const rows = await db.rows<{ id: EventId }>(
    `select e.id from event_claim c join event e on e.workspace_id = c.workspace_id and e.id = c.event_id
      where c.workspace_id = $1 and c.claim_id = $2 and e.merged_into is null and e.state not in ('withdrawn', 'rejected')
      order by e.day desc, e.id limit ${most}`,
    [workspaceId, claim],
  );
  return rows.map(({ id }) => id);
}
