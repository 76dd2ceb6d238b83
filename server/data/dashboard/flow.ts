import "server-only";
import { type About, aboutValues, byOthers, recentDecisions, recentEntries } from "@/server/data/dashboard/recent";
import type { Sql } from "@/server/data/transaction";

type Done = { week: string; imported: number; tagged: number; decided: number; handedIn: number; closed: number };
export type Waited = { week: string | null; median: number; p90: number; n: number };

const week = (at: string) => `to_char(date_trunc('week', ${at} at time zone 'UTC'), 'YYYY-MM-DD')`;
const counted = (...deeds: string[]) =>
  `count(*) filter (where e.did in (${deeds.map((deed) => `'${deed}'`).join(", ")}))::int`;

/** What was done week by week; weeks in which nothing was done are left out. */
export const doneByWeek = (db: Sql, about: About) =>
  db.rows<Done>(
    `select ${week("e.created_at")} as week, ${counted("imported-report")} as imported, ${counted("tagged")} as tagged,
            ${counted("accepted", "accepted-with-change", "returned", "rejected")} as decided,
            ${counted("submitted-work")} as "handedIn", ${counted("closed-report")} as closed
       from ${recentEntries(about)} group by 1 order by 1`,
    aboutValues(about),
  );

/** Hours that other people's tags waited for their decision, by week, and over all in the row without a week. */
export const waitedByWeek = (db: Sql, about: About) =>
  db.rows<Waited>(
    `select w.week, percentile_cont(0.5) within group (order by w.hours) as median,
            percentile_cont(0.9) within group (order by w.hours) as p90, count(*)::int as n
       from (select ${week("d.created_at")} as week,
                    extract(epoch from d.created_at - greatest(v.created_at,
                      case when a.submitted_at <= d.created_at then a.submitted_at end)) / 3600 as hours
               from ${recentDecisions(about)}
               left join assignment a
                 on a.workspace_id = t.workspace_id and a.report_id = t.report_id and a.user_id = v.created_by
              where ${byOthers}) w
      group by grouping sets ((w.week), ())`,
    aboutValues(about),
  );
