import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { OpId, ProjectId, ReportId, TagId } from "@/domain/ids";
import type { Sql } from "@/server/data/transaction";

type Asked = { projectId: ProjectId; layer: Layer; kind: string; reports: readonly ReportId[] };

/** Words of reports that have a tag of a kind in a layer: "report start end", with the tags there. */
export async function spansTagged(
  db: Sql,
  { workspaceId }: Actor,
  { projectId, layer, kind, reports }: Asked,
): Promise<ReadonlyMap<string, readonly TagId[]>> {
  const rows = await db.rows<{ spot: string; ids: TagId[] }>(
    `select concat_ws(' ', report_id, span_start, span_end) as spot, array_agg(id) as ids from tag
      where workspace_id = $1 and project_id = $2 and report_id = any($3::uuid[]) and layer = $4 and kind = $5
        and type = 'annotation' and state <> 'withdrawn'
      group by report_id, span_start, span_end`,
    [workspaceId, projectId, reports, layer, kind],
  );
  return new Map(rows.map(({ spot, ids }) => [spot, ids]));
}

/** The living tags that this person made with one operation. */
export const madeTogether = (
  db: Sql,
  { workspaceId, userId }: Actor,
  { projectId, opId }: { projectId: ProjectId; opId: OpId },
): Promise<{ id: TagId; reportId: ReportId; version: number; state: string }[]> =>
  db.rows(
    `select t.id, t.report_id as "reportId", t.version, t.state from tag t
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = 1 and v.op_id = $4
      where t.workspace_id = $1 and t.project_id = $2 and t.created_by = $3 and t.state <> 'withdrawn'
      order by t.report_id, t.id`,
    [workspaceId, projectId, userId, opId],
  );
