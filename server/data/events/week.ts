import "server-only";
import type { DataWeek } from "@/domain/event/data-week";
import type { WeekLine } from "@/domain/event/week";
import type { ProjectId } from "@/domain/ids";
import { notPutAway, seenEvents, type Viewer } from "@/server/data/events/seen";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

/** What happened to the events that this person sees in a data week, by days in UTC; newest first, so many at most. */
export async function eventLinesIn(
  db: Sql,
  viewer: Viewer,
  { projectId, week, limit }: { projectId: ProjectId; week: DataWeek; limit: number },
): Promise<WeekLine[]> {
  const rows = await db.rows<{ line: WeekLine }>(
    `select json_strip_nulls(json_build_object('eventId', e.id, 'title', e.title, 'state', e.state, 'did', h.did,
              'version', h.version, 'fields', h.fields, 'reason', nullif(h.reason, ''), 'byName', u.name,
              'at', ${instant("h.at")})) as line
       from event e
       join lateral (
         select v.cause->>'did' as did, v.number as version, v.cause->'fields' as fields, '' as reason, v.created_by as by,
                v.created_at as at, 0 as rank
           from event_version v where v.workspace_id = e.workspace_id and v.event_id = e.id
            and v.created_at >= $3::date and v.created_at < $4::date + 1
         union all select d.decision, d.version, null, d.reason, d.created_by, d.created_at, 1
           from event_verdict d where d.workspace_id = e.workspace_id and d.event_id = e.id
            and d.created_at >= $3::date and d.created_at < $4::date + 1) h on true
       join users u on u.id = h.by
      where e.workspace_id = $1 and e.project_id = $2 and ${seenEvents(viewer)} and ${notPutAway} and e.updated_at >= $3::date
      order by h.at desc, h.rank desc, e.id limit $5`,
    [viewer.actor.workspaceId, projectId, week.from, week.to, limit],
  );
  return rows.map(({ line }) => line);
}
