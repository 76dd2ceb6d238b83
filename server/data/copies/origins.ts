import "server-only";
import type { ReportId } from "@/domain/ids";
import type { Held } from "@/domain/protection/protection";
import { reportLeaves } from "@/server/data/export/leaving";
import type { Sql } from "@/server/data/transaction";

/** The report that a copy goes back to; of one that may not leave only its id is said. */
type CopiedFrom = { reportId: ReportId; outlet?: string };

/** Of these reports those that are copies, each with the report that it goes back to through copies that were confirmed. */
export async function copiedFrom(
  db: Sql,
  workspaceId: string,
  reports: readonly ReportId[],
  free?: Held,
): Promise<ReadonlyMap<ReportId, CopiedFrom>> {
  const rows = await db.rows<{ copy: ReportId; id: ReportId; outlet: string | null }>(
    `with recursive back(copy, id, far) as (
       select r, r, 0 from unnest($2::uuid[]) r
       union select b.copy, c.original_id, b.far + 1 from back b
         cross join lateral (
           select c.original_id from report_copy c
            where c.workspace_id = $1 and b.id in (c.one_id, c.other_id) and c.original_id <> b.id and c.state = 'confirmed'
            order by c.decided_at, c.id limit 1) c
        where b.far < 100
     ), last as (select distinct on (copy) copy, id from back order by copy, far desc)
     select l.copy, l.id, case when ${free ? reportLeaves({ held: free }, "r") : "true"} then r.outlet end as outlet
       from last l join report r on r.workspace_id = $1 and r.id = l.id where l.id <> l.copy`,
    [workspaceId, [...new Set(reports)]],
  );
  return new Map(rows.map(({ copy, id, outlet }) => [copy, { reportId: id, ...(outlet !== null && { outlet }) }]));
}
