import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { writingLayer } from "@/domain/access/policy";
import type { ProjectId, ReportId } from "@/domain/ids";
import type { FoundClaim } from "@/domain/tag/found-claim";
import { seenTags } from "@/server/data/tags/read";
import type { Sql } from "@/server/data/transaction";

/** How many of a project's tags in each state one search looks through for claims, those of the latest reports first. */
const looksAt = 8000;

const latest = (state: string) => `
  (select * from tag where workspace_id = $1 and project_id = $2 and state = '${state}' and layer = $3
    order by report_id desc limit ${looksAt})`;

const words = `(select string_agg(s->>'quote', ' … ') from jsonb_array_elements(v.anchor->'segments') as s)`;

/**
 * Claims whose restatement or words hold all of the words asked for, those of the latest reports first, in the layer
 * this person links in. Looks no further back than `looksAt` tags, however large the corpus is; rejected claims are
 * nothing to link to.
 */
export async function claimsSaying(
  db: Sql,
  actor: Actor,
  standing: Standing,
  asked: { projectId: ProjectId; q: string; not: ReportId | undefined; limit: number },
): Promise<FoundClaim[]> {
  const patterns = asked.q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
  const rows = await db.rows<Omit<FoundClaim, "outlet"> & { outlet: string | null }>(
    `select t.id, t.report_id as "reportId", r.title as "reportTitle", r.outlet, t.state,
            coalesce(nullif(v.attributes->>'restatement', ''), ${words}) as name
       from (${["open", "accepted", "returned"].map(latest).join(" union all ")}) t
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
      where t.kind = 'claim' and ($4::uuid is null or t.report_id <> $4) and ${seenTags(actor, standing)}
        and concat_ws(' ', v.attributes->>'restatement', ${words}) ilike all ($5::text[])
      order by t.report_id desc, t.span_start limit $6`,
    [
      actor.workspaceId,
      asked.projectId,
      writingLayer(actor.userId, standing),
      asked.not ?? null,
      patterns,
      asked.limit,
    ],
  );
  return rows.map(({ outlet, ...rest }) => ({ ...rest, ...(outlet !== null && { outlet }) }));
}
