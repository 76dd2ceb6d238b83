import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ReportId, TagId } from "@/domain/ids";
import type { Outcome } from "@/domain/review/outcome";
import { followedAttributes, followedEnd } from "@/server/data/entities/followed";
import { seenTags } from "@/server/data/tags/read";
import { currentTags, instant, shownVerdict, tagNow } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { visibleTags } from "@/server/data/visible";
import { type Page, toPage } from "@/server/page";

/** What was said first, of the entities that are meant now: that two were merged since is no change of the tag. */
const first = `(select json_strip_nulls(json_build_object(
  'number', v.number, 'kind', v.kind, 'attributes', ${followedAttributes}, 'anchor', v.anchor, 'from', v.from_id,
  'to', v.to_id, 'toEntity', ${followedEnd}, 'toArticle', case when v.to_article then true end,
  'state', v.state, 'origin', v.origin, 'codebookVersion', v.codebook_version, 'by', v.created_by,
  'at', ${instant("v.created_at")}))
  from tag_version v where v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = 1)`;

/** What became of the tags that this person made on a report, in the order in which they were made. */
export async function outcomesOf(
  db: Sql,
  actor: Actor,
  standing: Standing,
  { reportId, after, limit }: { reportId: ReportId; after: TagId | undefined; limit: number },
): Promise<Page<Outcome>> {
  const finals = visibleTags(actor.userId, standing, {
    layer: "t.layer",
    layersOpenedAt: "r.layers_opened_at",
    state: "t.state",
  });
  const rows = await db.rows<{ outcome: Outcome }>(
    `select json_strip_nulls(json_build_object('tag', ${tagNow}, 'first', ${first},
       'final', (select ${tagNow} from ${currentTags}
          where t.workspace_id = $1 and t.report_id = $2 and t.layer = 'final' and t.state <> 'withdrawn'
            and mine.id = any(t.derived_from) and ${finals} order by t.id limit 1),
       'verdicts', coalesce((select json_agg(${shownVerdict} order by d.created_at, d.id) from verdict d
          where d.workspace_id = $1 and d.tag_id = t.id and d.undone_at is null), '[]'::json))) as outcome
       from ${currentTags}
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
      cross join lateral (select t.id) mine
      where t.workspace_id = $1 and t.report_id = $2 and t.created_by = $3 and t.layer <> 'final'
        and ${seenTags(actor, standing)} and ($4::uuid is null or t.id > $4)
      order by t.id limit $5`,
    [actor.workspaceId, reportId, actor.userId, after ?? null, limit + 1],
  );
  return toPage(
    rows.map(({ outcome }) => outcome),
    limit,
    ({ tag }) => [tag.id],
  );
}
