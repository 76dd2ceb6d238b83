import "server-only";
import type { Stuck } from "@/domain/dashboard/dashboard";
import { countedLayer } from "@/domain/review/counting";
import type { About } from "@/server/data/dashboard/recent";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { visibleTo } from "@/server/data/visible";

/** Rows of each sort, the oldest first. */
const most = 15;
/** Tags that are looked at. */
const mostTags = 100_000;

/** What has not moved since a moment: tags nobody decides or answers, work nobody touches, questions nobody answers. */
export async function stuckIn(db: Sql, about: About, before: string): Promise<Stuck[]> {
  const { actor, standing, projectId } = about;
  const [tags, work, threads] = await Promise.all([
    db.rows<Stuck>(
      `select case t.state when 'open' then 'waiting-tags' else 'returned-tags' end as what, t.report_id as "reportId",
              r.title, ${instant("min(t.updated_at)")} as since, count(*)::int as count,
              (array_agg(t.id order by t.updated_at, t.id))[1] as "tagId"
         from (select * from tag where workspace_id = $1 and project_id = $2 and state in ('open', 'returned')
                  and layer = $3 and updated_at < $4 limit $6) t
         join report r on r.workspace_id = t.workspace_id and r.id = t.report_id and r.closed_at is null
        group by t.state, t.report_id, r.title order by min(t.updated_at) limit $5`,
      [actor.workspaceId, projectId, countedLayer(standing.mode), before, 2 * most, mostTags],
    ),
    db.rows<Stuck>(
      `select 'idle-work' as what, a.report_id as "reportId", r.title, ${instant("a.touched_at")} as since, 1 as count,
              a.user_id as "userId", u.name
         from assignment a
         join report r on r.workspace_id = a.workspace_id and r.id = a.report_id and r.closed_at is null
         join users u on u.id = a.user_id
        where a.workspace_id = $1 and a.project_id = $2 and a.state in ('assigned', 'in progress', 'returned')
          and a.touched_at < $3
        order by a.touched_at, a.report_id limit $4`,
      [actor.workspaceId, projectId, before, most],
    ),
    db.rows<Stuck>(
      `select 'open-thread' as what, h.report_id as "reportId", r.title, ${instant("c.at")} as since, c.count,
              h.id as "threadId"
         from thread h
         join report r on r.workspace_id = h.workspace_id and r.id = h.report_id
         cross join lateral (select max(c.created_at) as at, count(*)::int as count from comment c
                              where c.workspace_id = h.workspace_id and c.thread_id = h.id) c
        where h.workspace_id = $1 and h.project_id = $2 and h.state = 'open' and c.at < $3
          and ${visibleTo(actor.userId, standing, { layer: "h.layer", layersOpenedAt: "r.layers_opened_at" })}
        order by c.at, h.id limit $4`,
      [actor.workspaceId, projectId, before, most],
    ),
  ]);
  return [...tags, ...work, ...threads].sort((a, b) => (a.since < b.since ? -1 : 1));
}
