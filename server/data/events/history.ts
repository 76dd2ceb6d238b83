import "server-only";
import type { EventLine } from "@/domain/event/event";
import type { EventId } from "@/domain/ids";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

/** The versions of an event and the decisions on it, newest first; 200 at most. */
export async function historyOf(db: Sql, workspaceId: string, id: EventId): Promise<EventLine[]> {
  const rows = await db.rows<{ line: EventLine }>(
    `select json_strip_nulls(json_build_object('did', h.did, 'version', h.version, 'fields', h.fields, 'other', h.other,
              'reason', nullif(h.reason, ''), 'by', h.by, 'byName', u.name, 'at', ${instant("h.at")})) as line
       from (
         select v.cause->>'did' as did, v.number as version, v.cause->'fields' as fields, v.cause->>'other' as other,
                '' as reason, v.created_by as by, v.created_at as at, 0 as rank
           from event_version v where v.workspace_id = $1 and v.event_id = $2
         union all select d.decision, d.version, null, null, d.reason, d.created_by, d.created_at, 1
           from event_verdict d where d.workspace_id = $1 and d.event_id = $2) h
       join users u on u.id = h.by
      order by h.version desc, h.rank desc, h.at desc limit 200`,
    [workspaceId, id],
  );
  return rows.map(({ line }) => line);
}
