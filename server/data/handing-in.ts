import "server-only";
import type { Layer } from "@/domain/access/layer";
import type { ReportId, UserId } from "@/domain/ids";
import { type Missing, missingIn, needsRestatement } from "@/domain/review/missing";
import type { WorkSettings } from "@/server/data/assignments";
import type { Tx } from "@/server/data/transaction";

type Said = Parameters<typeof missingIn>[0];

/** Whether tag `t`, which was returned, asks nothing of this person any more: it is not theirs, or they have answered. */
const answered = (user: string) => `(t.created_by <> ${user} or exists (
  select 1 from thread h join comment c on c.workspace_id = h.workspace_id and c.thread_id = h.id
   where h.workspace_id = t.workspace_id and h.tag_id = t.id and c.created_by = ${user}
     and c.created_at > (select max(d.created_at) from verdict d
           where d.workspace_id = t.workspace_id and d.tag_id = t.id and d.undone_at is null)))`;

/**
 * What is missing in what this person submits: their layer's undecided tags; of a shared layer not those that were
 * made by colleagues who still have the report themselves.
 */
export async function missingOn(
  tx: Tx,
  { reportId, userId, layer, settings }: { reportId: ReportId; userId: UserId; layer: Layer; settings: WorkSettings },
): Promise<Missing[]> {
  const [row] = await tx.rows<{
    annotations: Said["annotations"] | null;
    relations: Said["relations"] | null;
    answered: string[] | null;
  }>(
    `with living as (
       select t.id, t.type, t.kind, t.state, t.from_id, t.span_start, t.version,
              t.state = 'returned' and ${answered("$3")} as answered,
              not exists (select 1 from assignment o where $4 = 'shared' and o.workspace_id = $1 and o.report_id = $2
                and o.user_id = t.created_by and o.user_id <> $3
                and not (o.state = 'closed' and o.submitted_at is null)) as mine
         from tag t
        where t.workspace_id = $1 and t.report_id = $2 and t.layer = $4 and t.state <> 'withdrawn'
     )
     select (select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'state', m.state, 'attributes', v.attributes)
                       order by m.span_start, m.id)
               from living m join tag_version v on v.workspace_id = $1 and v.tag_id = m.id and v.number = m.version
              where m.type = 'annotation' and m.mine) as annotations,
            (select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'from', m.from_id, 'state', m.state,
                       'attributes', case when m.mine and m.kind like 'relation:%' then v.attributes else '{}'::jsonb end)
                       order by m.id)
               from living m join tag_version v on v.workspace_id = $1 and v.tag_id = m.id and v.number = m.version
              where m.type = 'relation') as relations,
            (select json_agg(m.id) from living m where m.answered) as answered`,
    [tx.workspaceId, reportId, userId, layer],
  );
  const said = { annotations: row?.annotations ?? [], relations: row?.relations ?? [] };
  const foreign = needsRestatement(settings.language, settings.languages);
  return missingIn(said, {
    foreign,
    eventTypes: settings.codebook.eventTypes.length > 0,
    answered: new Set(row?.answered),
    codebook: settings.codebook,
  });
}
