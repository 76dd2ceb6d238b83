import "server-only";
import type { ProjectId } from "@/domain/ids";
import { EventSettings, type FigureConvention, usualEventSettings } from "@/domain/project/event-settings";
import type { Sql, Tx } from "@/server/data/transaction";

/** How a project makes events of claims; what nobody chose where there is no project. */
export async function eventSettingsOf(
  db: Sql,
  workspaceId: string,
  projectId: ProjectId | undefined,
): Promise<EventSettings> {
  if (projectId === undefined) return usualEventSettings;
  const [row] = await db.rows<{ events: unknown }>(
    "select event_settings as events from project where workspace_id = $1 and id = $2",
    [workspaceId, projectId],
  );
  return EventSettings.parse(row?.events ?? {});
}

/** Opens the events again whose figures may be other ones now: those with a claim that gives such words and no number. */
export async function reopenForConventions(
  tx: Tx,
  { userId }: { userId: string },
  projectId: ProjectId,
  conventions: readonly FigureConvention[],
): Promise<void> {
  const patterns = conventions.map(({ words }) => `%${words.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`);
  await tx.rows(
    `select reopen_events($1, array(
       select distinct t.id from event_claim m
         join tag t on t.workspace_id = m.workspace_id and t.id = m.claim_id and t.project_id = $2
         join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
        where m.workspace_id = $1 and exists (
          select from jsonb_array_elements(v.attributes->'quantities') q
           where not q ? 'low' and not q ? 'high' and lower(q->>'words') like any($3))), $4, 'conventions')`,
    [tx.workspaceId, projectId, patterns, userId],
  );
}
