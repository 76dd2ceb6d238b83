import "server-only";
import type { DataWeek } from "@/domain/event/data-week";
import type { DateKind } from "@/domain/event/date-kinds";
import type { Friday } from "@/domain/event/friday";
import type { EventId, ProjectId } from "@/domain/ids";
import { seenEvents, type Viewer } from "@/server/data/events/seen";
import type { Sql } from "@/server/data/transaction";

type Asked = { projectId: ProjectId; week: DataWeek };

const inWeek: Record<DateKind, string> = {
  event: "e.day <> '' and e.day <= $4 and e.last_day >= $3",
  publication: `exists (select from event_claim c join tag t on t.workspace_id = c.workspace_id and t.id = c.claim_id
     join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
    where c.workspace_id = e.workspace_id and c.event_id = e.id and left(r.published, 10) between $3 and $4)`,
  decision: `exists (select from event_verdict d where d.workspace_id = e.workspace_id and d.event_id = e.id
     and d.created_at >= $3::date and d.created_at < $4::date + 1)`,
};

/** Events of a week by one of their dates, of those that this person sees; days of decisions are in UTC. */
export async function eventsOfWeek(
  db: Sql,
  viewer: Viewer,
  { projectId, week, by, limit }: Asked & { by: DateKind; limit: number },
): Promise<EventId[]> {
  const rows = await db.rows<{ id: EventId }>(
    `select e.id from event e where e.workspace_id = $1 and e.project_id = $2 and e.state in ('open', 'accepted', 'returned')
        and $3::text is not null and $4::text is not null and ${inWeek[by]} and ${seenEvents(viewer)} order by e.day, e.id limit $5`,
    [viewer.actor.workspaceId, projectId, week.from, week.to, limit],
  );
  return rows.map(({ id }) => id);
}

export type Turn = {
  id: EventId;
  title: string;
  state: string;
  /** Whether it had been accepted before the week, and was in it. */
  before: boolean;
  within: boolean;
  old: Record<string, unknown> | null;
  fresh: Record<string, unknown> | null;
};

/** Events that something happened to in a week, with the rows that were last accepted before and in it. */
export async function turnsOfWeek(
  db: Sql,
  viewer: Viewer,
  { projectId, week, limit }: Asked & { limit: number },
): Promise<Turn[]> {
  const accepted = (when: string) => `from event_verdict d where d.workspace_id = e.workspace_id and d.event_id = e.id
      and d.decision = 'accept' and ${when}`;
  const earlier = "d.created_at < $3::date";
  const now = "d.created_at >= $3::date and d.created_at < $4::date + 1";
  return db.rows<Turn>(
    `select e.id, e.title, e.state, exists (select ${accepted(earlier)}) as before, exists (select ${accepted(now)}) as within,
            (select d.row ${accepted(earlier)} order by d.created_at desc limit 1) as old,
            (select d.row ${accepted(now)} order by d.created_at desc limit 1) as fresh
       from event e
      where e.workspace_id = $1 and e.project_id = $2 and ${seenEvents(viewer)} and e.updated_at >= $3::date
        and (exists (select from event_version v where v.workspace_id = e.workspace_id and v.event_id = e.id
                and v.created_at >= $3::date and v.created_at < $4::date + 1)
          or exists (select from event_verdict d where d.workspace_id = e.workspace_id and d.event_id = e.id and ${now}))
      order by e.updated_at desc, e.id limit $5`,
    [viewer.actor.workspaceId, projectId, week.from, week.to, limit],
  );
}

/** What each outlet published in a week, how much of it was read, and who fell silent: heard in the eight weeks before, and not in this one. */
export async function outletsOfWeek(
  db: Sql,
  workspaceId: string,
  { projectId, week }: Asked,
): Promise<Pick<Friday, "silent" | "unread" | "coverage">> {
  const rows = await db.rows<{ outlet: string | null; reports: number; read: number; setAside: number; last: string }>(
    `select r.outlet, max(left(r.published, 10)) as last,
            (count(*) filter (where left(r.published, 10) >= $3))::int as reports,
            (count(*) filter (where left(r.published, 10) >= $3 and r.state in ('reviewed', 'closed')))::int as read,
            (count(*) filter (where left(r.published, 10) >= $3 and r.state = 'set aside'))::int as "setAside"
       from report r where r.workspace_id = $1 and r.project_id = $2
        and left(r.published, 10) between ($3::date - 56)::text and $4
      group by r.outlet order by r.outlet nulls last`,
    [workspaceId, projectId, week.from, week.to],
  );
  const heard = rows.filter(({ reports }) => reports > 0);
  return {
    silent: rows.filter(({ reports }) => reports === 0).map(({ outlet, last }) => ({ outlet, last })),
    unread: heard.flatMap(({ outlet, reports, read, setAside }) =>
      reports > read + setAside ? [{ outlet, reports: reports - read - setAside }] : [],
    ),
    coverage: heard.map(({ last: _last, ...counts }) => counts),
  };
}
