import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ReportBack, SubmittedItem, WorkItem } from "@/domain/assignment/my-work";
import type { ProjectId } from "@/domain/ids";
import { countsOf } from "@/domain/review/counting";
import { assignmentJson } from "@/server/data/assignments";
import { tagCounts, toSettle } from "@/server/data/counted";
import { tagsOfAnalyst, withReviewers } from "@/server/data/submissions";
import { instant } from "@/server/data/tags/tag-json";
import { tagWords } from "@/server/data/tags/tag-words";
import type { Sql } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

/** The report, the project and the person's membership around `assignment a`. */
const around = `join report r on r.workspace_id = a.workspace_id and r.id = a.report_id
       join project p on p.workspace_id = a.workspace_id and p.id = a.project_id
       join project_member pm on pm.workspace_id = a.workspace_id and pm.project_id = a.project_id
         and pm.user_id = a.user_id and pm.role <> 'reader'`;

const about = `'title', r.title, 'outlet', r.outlet, 'language', r.language, 'direction', r.direction,
  'projectName', p.name`;

/** Most urgent first: what came back, what is begun, what is new; then by priority, due date and age. */
const urgency = `array_position(array['returned', 'in progress', 'assigned'], a.state)`;
const due = "coalesce(r.due, '9999-12-31'::date)";

export type WorkKey = readonly [rank: number, low: number, due: string, since: string, reportId: string];

/** A page of a person's open work in the projects they are in. */
export async function openWork(
  db: Sql,
  { workspaceId, userId }: Actor,
  { after, limit }: { after: WorkKey | undefined; limit: number },
): Promise<Page<WorkItem>> {
  const rows = await db.rows<{ assignment: object; more: object; key: WorkKey }>(
    `select ${assignmentJson} as assignment, json_strip_nulls(json_build_object(${about}, 'words', r.words,
              'codePoints', r.code_points, 'due', to_char(r.due, 'YYYY-MM-DD'), 'priority', r.priority,
              'assignedByName', u.name)) as more,
            json_build_array(${urgency}, -r.priority, ${due}, a.state_at::text, a.report_id) as key
       from assignment a ${around}
       left join users u on u.id = a.created_by and u.id <> a.user_id
      where a.workspace_id = $1 and a.user_id = $2 and a.state in ('returned', 'in progress', 'assigned')
        and r.closed_at is null
        and ($3::int is null or (${urgency}, -r.priority, ${due}, a.state_at, a.report_id)
              > ($3, $4::int, $5::date, $6::timestamptz, $7::uuid))
      order by ${urgency}, -r.priority, ${due}, a.state_at, a.report_id limit $8`,
    [workspaceId, userId, ...(after ?? [null, null, null, null, null]), limit + 1],
    "open-work",
  );
  const page = toPage(rows, limit, ({ key }) => key);
  // Both halves are made by the statement above in the shape of a WorkItem.
  return { ...page, items: page.items.map(({ assignment, more }) => ({ ...assignment, ...more }) as WorkItem) };
}

/** A page of what a person submitted and has not got back, latest first. */
export async function submittedWork(
  db: Sql,
  { workspaceId, userId }: Actor,
  { before, limit }: { before: readonly [string, string] | undefined; limit: number },
): Promise<Page<SubmittedItem>> {
  const who = { userId: "a.user_id", role: "pm.role", mode: "p.mode" };
  const rows = await db.rows<{ assignment: object; more: object; key: string; id: string }>(
    `select ${assignmentJson} as assignment, json_strip_nulls(json_build_object(${about}, 'words', r.words,
              'ownTags', ${tagsOfAnalyst}, 'tags', coalesce(${tagCounts(who)}, '{}'),
              'toSettle', ${toSettle(who)}, 'blind', p.mode = 'independent' and r.layers_opened_at is null)) as more,
            a.submitted_at::text as key, a.report_id as id
       from assignment a ${around}
      where a.workspace_id = $1 and a.user_id = $2 and ${withReviewers} and r.closed_at is null
        and ($3::timestamptz is null or (a.submitted_at, a.report_id) < ($3::timestamptz, $4::uuid))
      order by a.submitted_at desc, a.report_id desc limit $5`,
    [workspaceId, userId, before?.[0], before?.[1], limit + 1],
    "submitted-work",
  );
  const page = toPage(rows, limit, ({ key, id }) => [key, id]);
  // Both halves are made by the statement above in the shape of a SubmittedItem, but for what nothing counts.
  const items = page.items.map(({ assignment, more }) => ({ ...assignment, ...more }) as SubmittedItem);
  return { ...page, items: items.map((item) => ({ ...item, tags: countsOf(item.tags, item.toSettle) })) };
}

/** Tags of a report that are listed, and reports; beyond that one opens the report. */
const [mostTags, mostReports] = [20, 100];

/**
 * The reports on which tags of this person stand returned or rejected by somebody else: says what `cameBack` says in
 * the reader. Closed reports ask nothing any more.
 */
export async function tagsBack(db: Sql, { workspaceId, userId }: Actor): Promise<ReportBack[]> {
  const rows = await db.rows<{ back: ReportBack }>(
    `with mine as (
       select t.report_id, t.project_id, t.state, d.created_at as at, row_number() over (
                partition by t.report_id order by d.created_at desc, t.id) as place,
              json_build_object('tagId', t.id, 'kind', t.kind, 'words', coalesce(${tagWords}, ''), 'state', t.state,
                'reason', d.reason, 'by', d.created_by, 'byName', coalesce(u.name, ''),
                'at', ${instant("d.created_at")}) as tag
         from project_member pm
         join tag t on t.workspace_id = pm.workspace_id and t.project_id = pm.project_id and t.created_by = pm.user_id
          and t.state in ('returned', 'rejected')
         join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
        cross join lateral (select * from verdict d where d.workspace_id = t.workspace_id and d.tag_id = t.id
           and d.undone_at is null order by d.created_at desc, d.id desc limit 1) d
         left join users u on u.id = d.created_by
        where pm.workspace_id = $1 and pm.user_id = $2 and pm.role <> 'reader' and d.created_by <> $2
     )
     select json_strip_nulls(json_build_object('reportId', r.id, 'projectId', r.project_id, ${about},
              'state', case when a.submitted_at is not null or a.state <> 'closed' then a.state end,
              'returned', b.returned, 'rejected', b.rejected, 'tags', b.tags)) as back
       from (select report_id, max(at) as at, count(*) filter (where state = 'returned')::int as returned,
                    count(*) filter (where state = 'rejected')::int as rejected,
                    json_agg(tag order by place) filter (where place <= ${mostTags}) as tags
               from mine group by report_id) b
       join report r on r.workspace_id = $1 and r.id = b.report_id and r.closed_at is null
       join project p on p.workspace_id = r.workspace_id and p.id = r.project_id
       left join assignment a on a.workspace_id = r.workspace_id and a.report_id = r.id and a.user_id = $2
      order by b.at desc, r.id limit ${mostReports}`,
    [workspaceId, userId],
    "tags-back",
  );
  return rows.map(({ back }) => back);
}

/** How many reports a person has submitted that are not closed yet. */
export async function handedIn(db: Sql, { workspaceId, userId }: Actor): Promise<number> {
  const [row] = await db.rows<{ count: number }>(
    `select count(*)::int as count from assignment a ${around}
      where a.workspace_id = $1 and a.user_id = $2 and ${withReviewers} and r.closed_at is null`,
    [workspaceId, userId],
  );
  return row?.count ?? 0;
}

/** The projects with a pool in which this person may take work. */
export const poolsFor = (db: Sql, { workspaceId, userId }: Actor) =>
  db.rows<{ projectId: ProjectId; projectName: string; poolSize: number; poolHours: number }>(
    `select p.id as "projectId", p.name as "projectName", p.pool_size as "poolSize", p.pool_hours as "poolHours"
       from project p join project_member pm on pm.workspace_id = p.workspace_id and pm.project_id = p.id
        and pm.user_id = $2 and pm.role <> 'reader'
      where p.workspace_id = $1 and p.pool_size > 0 order by lower(p.name), p.id limit 50`,
    [workspaceId, userId],
  );
