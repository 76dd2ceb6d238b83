import "server-only";
import type { Standing } from "@/domain/access/actor";
import type { EventId, UserId, WorkspaceId } from "@/domain/ids";
import { isWithoutOutline, makeOutlines } from "@/server/data/events/outlines";
import { sql } from "@/server/data/transaction";

/** So many events have their outlines made in one go. */
const atOnce = 50;
/** What could not be kept is not tried again at the same version, so many of them. */
const mostSkipped = 10_000;
const skipped = new Set<string>();

type Row = { id: EventId; version: number; workspaceId: WorkspaceId; by: UserId; mode: Standing["mode"] };

/**
 * Makes outlines of events that have none for their version, some of one project at a time, so that nobody who opens a
 * timeline has to wait for them. Answers how many it went through.
 */
export async function keepOutlines(): Promise<number> {
  const rows = await sql.rows<Row>(
    `with one as (select e.workspace_id, e.project_id from event e
                   where ${isWithoutOutline} and e.id || '/' || e.version <> all($1) limit 1)
     select e.id, e.version, e.workspace_id as "workspaceId", p.created_by as by, p.mode from one
       join project p on p.workspace_id = one.workspace_id and p.id = one.project_id
       join event e on e.workspace_id = one.workspace_id and e.project_id = one.project_id
      where ${isWithoutOutline} and e.id || '/' || e.version <> all($1) limit ${atOnce}`,
    [[...skipped]],
  );
  const [first] = rows;
  if (!first) return 0;
  // What an editor sees: of a closed layer they see nothing either.
  const standing: Standing = { role: "editor", mode: first.mode };
  const actor = { workspaceId: first.workspaceId, userId: first.by };
  const { kept } = await makeOutlines(
    sql,
    { actor, standing },
    rows.map(({ id }) => id),
  );
  if (skipped.size > mostSkipped) skipped.clear();
  for (const { id, version } of rows) if (!kept.has(id)) skipped.add(`${id}/${version}`);
  return rows.length;
}
