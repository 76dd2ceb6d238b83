import "server-only";
import type { ReportId, TagId } from "@/domain/ids";
import { type About, aboutValues, byOthers, recentDecisions } from "@/server/data/dashboard/recent";
import type { Sql } from "@/server/data/transaction";

export type Outcome = { of: string; unchanged: number; changed: number; returned: number; rejected: number };

/** By what decisions are told apart: the label, who or what made the tag, or whose words they were. */
export type Split = "kind" | "origin" | "person";

const columns: Record<Split, string> = { kind: "v.kind", origin: "v.origin", person: "v.created_by::text" };

/** What became of other people's tags: their latest decision among the recent ones. */
export const outcomesBy = (db: Sql, about: About, split: Split) =>
  db.rows<Outcome>(
    `select w.of, count(*) filter (where w.decision = 'accept')::int as unchanged,
            count(*) filter (where w.decision = 'accept-with-change')::int as changed,
            count(*) filter (where w.decision = 'return')::int as returned,
            count(*) filter (where w.decision = 'reject')::int as rejected
       from (select distinct on (d.tag_id) ${columns[split]} as of, d.decision
               from ${recentDecisions(about)} where ${byOthers}
              order by d.tag_id, d.created_at desc, d.id desc) w
      group by w.of order by w.of`,
    aboutValues(about),
  );

export type Relabelled = { from: string; to: string; count: number; reportId: ReportId; tagId: TagId };

/** Labels that reviewers changed while accepting, most often first. */
export const relabelled = (db: Sql, about: About) =>
  db.rows<Relabelled>(
    `select v.kind as from, x.kind as to, count(*)::int as count,
            (array_agg(t.report_id order by d.created_at desc))[1] as "reportId",
            (array_agg(t.id order by d.created_at desc))[1] as "tagId"
       from ${recentDecisions(about)}
       join tag_version x on x.workspace_id = d.workspace_id and x.tag_id = d.tag_id and x.number = d.result_version
      where ${byOthers} and x.kind <> v.kind
      group by v.kind, x.kind order by count(*) desc, v.kind, x.kind limit 20`,
    aboutValues(about),
  );
