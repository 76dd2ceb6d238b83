import "server-only";
import { type Missing, missingIn, needsRestatement } from "@/domain/assignment/missing";
import type { ReportId, UserId } from "@/domain/ids";
import type { Layer } from "@/domain/tag/layer";
import type { WorkSettings } from "@/server/data/assignments";
import type { Tx } from "@/server/data/transaction";

type Said = Parameters<typeof missingIn>[0];

/**
 * What is missing in what this person hands in: their layer's undecided tags; of a shared layer not those that were
 * made by colleagues who still have the report themselves.
 */
export async function missingOn(
  tx: Tx,
  { reportId, userId, layer, settings }: { reportId: ReportId; userId: UserId; layer: Layer; settings: WorkSettings },
): Promise<Missing[]> {
  const [row] = await tx.rows<{ annotations: Said["annotations"] | null; relations: Said["relations"] | null }>(
    `with mine as (
       select t.id, t.type, t.kind, t.state, t.from_id, t.span_start, t.version from tag t
        where t.workspace_id = $1 and t.report_id = $2 and t.layer = $4 and t.state <> 'withdrawn'
          and not exists (select 1 from assignment o where $4 = 'shared' and o.workspace_id = $1 and o.report_id = $2
                and o.user_id = t.created_by and o.user_id <> $3 and not (o.state = 'closed' and o.submitted_at is null))
     )
     select (select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'state', m.state, 'attributes', v.attributes)
                       order by m.span_start, m.id)
               from mine m join tag_version v on v.workspace_id = $1 and v.tag_id = m.id and v.number = m.version
              where m.type = 'annotation') as annotations,
            (select json_agg(json_build_object('kind', t.kind, 'from', t.from_id, 'state', t.state)) from tag t
              where t.workspace_id = $1 and t.report_id = $2 and t.layer = $4 and t.type = 'relation'
                and t.state <> 'withdrawn') as relations`,
    [tx.workspaceId, reportId, userId, layer],
  );
  const said = { annotations: row?.annotations ?? [], relations: row?.relations ?? [] };
  return missingIn(said, { foreign: needsRestatement(settings.language, settings.languages) });
}
