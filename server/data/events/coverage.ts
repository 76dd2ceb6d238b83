import "server-only";
import type { Coverage } from "@/domain/event/coverage";
import type { ProjectId } from "@/domain/ids";
import type { Protection } from "@/domain/protection/protection";
import { reportLeaves } from "@/server/data/export/leaving";
import type { Sql } from "@/server/data/transaction";

type Row = { [K in keyof Coverage]: Exclude<Coverage[K], undefined> | null } & Pick<
  Coverage,
  "reports" | "read" | "setAside"
>;

/** What a project covered: each outlet with how many of its reports were reviewed and set aside; none under embargo or held back. */
export async function coverageOf(
  db: Sql,
  { workspaceId, projectId, protection }: { workspaceId: string; projectId: ProjectId; protection: Protection },
): Promise<Coverage[]> {
  const rows = await db.rows<Row>(
    `select r.outlet, min(left(r.published, 10)) as first, max(left(r.published, 10)) as last, count(*)::int as reports,
            (count(*) filter (where r.state in ('reviewed', 'closed')))::int as read,
            (count(*) filter (where r.state = 'set aside'))::int as "setAside"
       from report r where r.workspace_id = $1 and r.project_id = $2 and ${reportLeaves(protection, "r")}
      group by r.outlet order by r.outlet nulls last`,
    [workspaceId, projectId],
  );
  return rows.map(({ outlet, first, last, ...counts }) => ({
    ...counts,
    outlet: outlet ?? undefined,
    first: first ?? undefined,
    last: last ?? undefined,
  }));
}
