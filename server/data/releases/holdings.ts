import "server-only";
import type { ReportId, UserId } from "@/domain/ids";
import { type Asked, annotationLeaves, askedValues, relationLeaves, reportLeaves } from "@/server/data/export/leaving";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

const leaving = (asked: Asked) =>
  `select t.id, t.version from tag t where ${annotationLeaves(asked, "t")}
   union all select t.id, t.version from tag t where ${relationLeaves(asked, "t")}`;

/** When what leaves was last said or decided: the same data have the same time, whenever they are released. */
export async function lastSaid(db: Sql, asked: Asked): Promise<string> {
  const [row] = await db.rows<{ at: string }>(
    `with leaving as materialized (${leaving(asked)})
     select ${instant(`greatest(
       (select max(v.created_at) from tag_version v join leaving l on v.workspace_id = $1 and v.tag_id = l.id and v.number = l.version),
       (select max(d.created_at) from verdict d join leaving l on d.workspace_id = $1 and d.tag_id = l.id where d.undone_at is null),
       (select max(x.created_at) from report x where x.workspace_id = $1 and x.project_id = $2
           and ${reportLeaves(asked, "x")}),
       (select p.created_at from project p where p.workspace_id = $1 and p.id = $2))`)} as at`,
    askedValues(asked),
  );
  if (!row) throw new Error("A project has a time.");
  return row.at;
}

/** The reports that leave, by their ids. */
export async function reportsLeaving(db: Sql, asked: Asked): Promise<ReportId[]> {
  const rows = await db.rows<{ id: ReportId }>(
    `select x.id from report x where x.workspace_id = $1 and x.project_id = $2 and ${reportLeaves(asked, "x")} order by x.id`,
    [asked.actor.workspaceId, asked.projectId],
  );
  return rows.map(({ id }) => id);
}

/** Reports that a split must not part: those of one accepted event, duplicates, equal texts, near copies (also those that nobody decided on), and copies of each other's words. */
export async function reportsTogether(db: Sql, { actor, projectId, standing }: Asked): Promise<ReportId[][]> {
  const layer = standing.mode === "shared" ? "shared" : "final";
  const rows = await db.rows<{ together: ReportId[] }>(
    `select array_agg(distinct t.report_id) as together from event e
       join event_claim m on m.workspace_id = e.workspace_id and m.event_id = e.id
       join tag t on t.workspace_id = m.workspace_id and t.id = m.claim_id
      where e.workspace_id = $1 and e.project_id = $2 and e.state = 'accepted'
      group by e.id having count(distinct t.report_id) > 1
     union all
     select array_agg(id) from report where workspace_id = $1 and project_id = $2
      group by text_sha256 having count(*) > 1
     union all
     select array[id, duplicate_of] from report where workspace_id = $1 and project_id = $2 and duplicate_of is not null
     union all
     select array[one_id, other_id] from report_copy where workspace_id = $1 and project_id = $2 and state <> 'refused'
     union all
     select array[f.report_id, o.report_id] from tag t
       join tag f on f.workspace_id = t.workspace_id and f.id = t.from_id
       join tag o on o.workspace_id = t.workspace_id and o.id = t.to_id
      where t.workspace_id = $1 and t.project_id = $2 and t.type = 'relation' and t.kind = 'repeats'
        and t.state = 'accepted' and t.layer = $3 and f.report_id <> o.report_id`,
    [actor.workspaceId, projectId, layer],
  );
  return rows.map(({ together }) => together);
}

/** Links that say one claim restates another, and that nobody has decided on: what is one event is not known before. */
export async function undecidedRestates(db: Sql, asked: Asked): Promise<number> {
  const { actor, projectId, standing } = asked;
  const layer = standing.mode === "shared" ? "shared" : "final";
  const [row] = await db.rows<{ count: string }>(
    `select count(*) from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
      where t.workspace_id = $1 and t.project_id = $2 and t.type = 'relation' and t.kind = 'restates'
        and t.layer = $3 and t.state in ('open', 'returned') and ${reportLeaves(asked, "r")}`,
    [actor.workspaceId, projectId, layer],
  );
  return Number(row?.count ?? 0);
}

/** How many accepted events a project has; where it has none, no sheet of them leaves. */
export async function acceptedEvents(db: Sql, { actor, projectId }: Asked): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    "select count(*) from event where workspace_id = $1 and project_id = $2 and state = 'accepted'",
    [actor.workspaceId, projectId],
  );
  return Number(row?.count ?? 0);
}

/** The analysts who have a layer of their own that is open somewhere, in the order of their ids. */
export async function analystsWithLayers(db: Sql, { actor, projectId }: Asked): Promise<UserId[]> {
  const rows = await db.rows<{ id: UserId }>(
    `select distinct substring(t.layer from 9)::uuid as id from tag t
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
      where t.workspace_id = $1 and t.project_id = $2 and t.layer like 'analyst:%' and r.layers_opened_at is not null
      order by 1`,
    [actor.workspaceId, projectId],
  );
  return rows.map(({ id }) => id);
}
