import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import type { ReviewSettings } from "@/domain/project/review-settings";
import { countedLayer, type ToSettle } from "@/domain/review/counting";
import { grouped } from "@/domain/review/grouped";
import type { QueueFilters, Submission, WaitingTag } from "@/domain/review/queue";
import { type Author, type Sampling, stakesOf } from "@/domain/review/sampling";
import { countingFor, tagCounts, toSettle } from "@/server/data/counted";
import { reviewable, submissionsOn, withReviewers } from "@/server/data/submissions";
import { seenTags } from "@/server/data/tags/read";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

/** How many reports with waiting tags one question looks at, however few of them fit. */
const mostLooks = 200;
const looksFor = (filters: QueueFilters, limit: number) =>
  Object.values(filters).some((each) => each !== undefined) ? mostLooks : Math.min(mostLooks, 2 * limit + 20);
/** How many of a report's waiting tags are counted. */
export const countsUpTo = 2000;

export type Walk = {
  projectId: ProjectId;
  filters: QueueFilters;
  /** The report after (or before) which to go on; left out for the start. */
  from?: ReportId | undefined;
  back?: boolean | undefined;
  limit: number;
};

export type WaitingReport = {
  reportId: ReportId;
  title: string;
  outlet: string | null;
  language: string;
  direction: "ltr" | "rtl";
  priority: number;
  due: string | null;
  words: number;
  counts: Record<string, number> | null;
  toSettle: ToSettle | null;
  more: boolean;
  waiting: WaitingTag[];
  submitted: Submission[];
};

type ReportRow = Omit<WaitingReport, "waiting" | "submitted" | "more">;
type Head = Omit<WaitingTag, "casualties" | "checkWorthy"> & { attributes: Record<string, unknown> | null };

const open = "t.workspace_id = $1 and t.project_id = $2 and t.state = 'open' and t.layer = $3";

/** What of its claim decides whether a tag `t` is looked at; a link goes with the claim it starts from. */
const claims = `
  left join tag f on t.type = 'relation' and f.workspace_id = t.workspace_id and f.id = t.from_id
  left join tag_version c on c.workspace_id = t.workspace_id and c.tag_id = coalesce(f.id, t.id)
   and c.number = coalesce(f.version, t.version) and c.kind = 'claim'`;

const currentVersion = `join tag_version v
  on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version`;

/** The filters as conditions on `t`, `v` and `c`. */
function conditionsOf(filters: QueueFilters, bound: (value: unknown) => string): string {
  const { person, kind, origin, days, checkWorthy } = filters;
  return [
    person && `and t.created_by = ${bound(person)}`,
    kind && `and t.kind = ${bound(kind)}`,
    origin && `and v.origin = ${bound(origin)}`,
    days && `and t.updated_at <= now() - make_interval(days => ${bound(days)})`,
    checkWorthy && "and c.attributes->'checkWorthy' = 'true'::jsonb",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Whether submitted work on `report r` is wanted, tags or none: not where tags of a certain sort are asked for. */
function submittedFits(filters: QueueFilters, standing: Standing, bound: (value: unknown) => string): string {
  const { person, kind, origin, days, checkWorthy } = filters;
  if (kind || origin || checkWorthy) return "false";
  const whose = person ? `and a.user_id = ${bound(person)}` : "";
  const since = days ? `and a.submitted_at <= now() - make_interval(days => ${bound(days)})` : "";
  return `(${reviewable(`'${standing.mode}'`)} and exists (select 1 from assignment a
    where a.workspace_id = r.workspace_id and a.report_id = r.id and ${withReviewers} ${whose} ${since}))`;
}

/** The next report after a point of the walk that has a waiting tag or submitted work, as SQL. */
const nextReport = (beyond: (column: string) => string, order: string) => `
  select n.report_id from (
    (select t.report_id from tag t where ${open} ${beyond("t.report_id")} order by t.report_id ${order} limit 1)
    ${["submitted", "in review"]
      .map(
        (state) => `union all (select a.report_id from assignment a
     where a.workspace_id = $1 and a.project_id = $2 and a.state = '${state}' ${beyond("a.report_id")}
     order by a.report_id ${order} limit 1)`,
      )
      .join("\n    ")}) n
   order by n.report_id ${order} limit 1`;

/**
 * A project's reports that wait for a reviewer, in the order in which they were imported, each with its tags that
 * wait and the work that was submitted.
 *
 * Walks the indexes of both from report to report and looks at no more than `mostLooks` of them; `next` is where
 * to go on, which there may be even when nothing was found so far.
 */
export async function waitingReports(
  db: Sql,
  actor: Actor,
  standing: Standing,
  { projectId, filters, from, back = false, limit }: Walk,
): Promise<{ reports: WaitingReport[]; next?: ReportId }> {
  const values: unknown[] = [actor.workspaceId, projectId, countedLayer(standing.mode)];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const looks = looksFor(filters, limit);
  const [further, order] = back ? ["<", "desc"] : [">", "asc"];
  const start = from ? bound(from) : undefined;
  const fits = conditionsOf(filters, bound);
  const submitted = submittedFits(filters, standing, bound);
  const who = countingFor(actor, standing);
  const seen = seenTags(actor, standing);
  const rows = await db.rows<ReportRow & { at: number; fits: boolean; last: ReportId; looked: number }>(
    `with recursive walk as (
       (select first.report_id, 1 as at
          from (${nextReport((id) => (start ? `and ${id} ${further} ${start}::uuid` : ""), order)}) first)
       union all
       select n.report_id, w.at + 1 from walk w
         cross join lateral (${nextReport((id) => `and ${id} ${further} w.report_id`, order)}) n
        where w.at < ${looks}
     ), looked as materialized (
       select w.at, r.* from walk w join report r on r.workspace_id = $1 and r.id = w.report_id
        where r.state not in ('closed', 'set aside') and (${submitted} or exists (
          select 1 from (select * from tag t where ${open} and t.report_id = r.id offset 0) t
            ${currentVersion} ${claims} where ${seen} ${fits}))
        order by w.at limit ${bound(limit + 1)}
     )
     select r.id as "reportId", r.title, r.outlet, r.language, r.direction, r.priority,
            to_char(r.due, 'YYYY-MM-DD') as due,
            r.words, ${tagCounts(who)} as counts, ${toSettle(who)} as "toSettle", r.at, true as fits, null as last,
            0 as looked from looked r
      union all
     select null, null, null, null, null, null, null, null, null, null, null, false, w.report_id, w.at from (
       select report_id, at from walk order by at desc limit 1) w
        where (select count(*) from looked) <= ${bound(limit)}
      order by at`,
    values,
  );
  const found = rows.filter((row) => row.fits);
  const end = rows.find((row) => !row.fits);
  const page = found.slice(0, limit);
  const last = page.at(-1)?.reportId;
  const tags = await tagsWaitingIn(db, actor, standing, { projectId, filters, reports: page.map((r) => r.reportId) });
  const byReport = grouped(tags, ({ reportId }) => reportId);
  const work = await submissionsOn(
    db,
    actor,
    standing,
    page.map(({ reportId }) => reportId),
  );
  const reports = page.map(({ at: _at, fits: _fits, last: _last, looked: _looked, ...report }) => {
    const own = byReport.get(report.reportId) ?? [];
    const waiting = own.slice(0, countsUpTo);
    return { ...report, more: own.length > countsUpTo, waiting, submitted: work.get(report.reportId) ?? [] };
  });
  const next = found.length > limit ? last : end && end.looked >= looks ? end.last : undefined;
  return { reports, ...(next && { next }) };
}

async function tagsWaitingIn(
  db: Sql,
  actor: Actor,
  standing: Standing,
  { projectId, filters, reports }: Pick<Walk, "projectId" | "filters"> & { reports: readonly ReportId[] },
): Promise<WaitingTag[]> {
  if (reports.length === 0) return [];
  const values: unknown[] = [actor.workspaceId, projectId, countedLayer(standing.mode), reports];
  const fits = conditionsOf(filters, (value) => `$${values.push(value)}`);
  const rows = await db.rows<Head>(
    `select w.* from unnest($4::uuid[]) as wanted(id)
       join report r on r.workspace_id = $1 and r.id = wanted.id
      cross join lateral (
       select t.id, t.version, t.report_id as "reportId", t.kind, v.origin, t.created_by as author,
              v.created_by as writer, ${instant("t.updated_at")} as at, coalesce(f.id, t.id) as key,
              case when c.tag_id is not null then jsonb_build_object(
                'quantities', c.attributes->'quantities', 'checkWorthy', c.attributes->'checkWorthy') end as attributes
         from (select * from tag t where ${open} and t.report_id = r.id offset 0) t ${currentVersion} ${claims}
        where ${seenTags(actor, standing)} ${fits}
        order by t.id limit ${countsUpTo + 1}) w`,
    values,
  );
  return rows.map(({ attributes, ...head }) => ({ ...head, ...stakesOf("claim", attributes ?? {}) }));
}

/** A report of a project, by its id, as the queue shows it; for what is asked about one report only. */
export async function waitingIn(
  db: Sql,
  actor: Actor,
  standing: Standing,
  asked: { projectId: ProjectId; filters: QueueFilters; reportId: ReportId },
): Promise<WaitingTag[]> {
  return tagsWaitingIn(db, actor, standing, { ...asked, reports: [asked.reportId] });
}

/** The rates of those who made tags, and how many of theirs were decided, counted up to where it matters. */
export async function samplingOf(
  db: Sql,
  actor: Actor,
  { projectId, settings, people }: { projectId: ProjectId; settings: ReviewSettings; people: readonly UserId[] },
): Promise<Sampling> {
  const rows = await db.rows<{ id: UserId; rate: number | null; decided: number }>(
    `select a.id, m.sampling as rate, (
        select count(*)::int from (
          select 1 from tag t
           where t.workspace_id = $1 and t.project_id = $2 and t.created_by = a.id
             and t.state in ('accepted', 'returned', 'rejected') limit $4) d) as decided
       from unnest($3::uuid[]) as a(id)
       left join project_member m on m.workspace_id = $1 and m.project_id = $2 and m.user_id = a.id`,
    [actor.workspaceId, projectId, [...new Set(people)], settings.newUntil],
  );
  return {
    settings,
    authors: new Map(rows.map(({ id, rate, decided }): [UserId, Author] => [id, { rate: rate ?? undefined, decided }])),
  };
}

/** Where tags are and what they start from, of those that exist in the project. */
export async function placesOfTags(
  db: Sql,
  actor: Actor,
  projectId: ProjectId,
  ids: readonly TagId[],
): Promise<Map<TagId, { reportId: ReportId; from: TagId | null; author: UserId }>> {
  const rows = await db.rows<{ id: TagId; reportId: ReportId; from: TagId | null; author: UserId }>(
    `select id, report_id as "reportId", from_id as from, created_by as author from tag
      where workspace_id = $1 and project_id = $2 and id = any($3::uuid[])`,
    [actor.workspaceId, projectId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
